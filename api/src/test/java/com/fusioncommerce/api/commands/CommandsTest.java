package com.fusioncommerce.api.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.threads.Holder;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.OutcomeStatus;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final Waiters waiters = new Waiters();

    @Test
    void all_who_wait_for_a_command_get_its_outcome() {
        CompletableFuture<CommandOutcome> one = waiters.register(new Waiters.Awaited("acme", "c1", hash(7)));
        CompletableFuture<CommandOutcome> other = waiters.register(new Waiters.Awaited("acme", "c1", hash(7)));
        CompletableFuture<CommandOutcome> reused = waiters.register(new Waiters.Awaited("acme", "c1", hash(8)));
        CompletableFuture<CommandOutcome> stranger = waiters.register(new Waiters.Awaited("other", "c1", hash(7)));

        waiters.complete(outcome("acme", "c1", hash(7)));

        assertThat(one).isCompleted();
        assertThat(other).isCompleted();
        assertThat(reused).isNotDone();
        assertThat(stranger).isNotDone();
        assertThat(waiters.size()).isEqualTo(2);
    }

    @Test
    void one_who_no_longer_waits_is_forgotten_and_the_others_are_not() {
        Waiters.Awaited command = new Waiters.Awaited("acme", "c1", hash(7));
        CompletableFuture<CommandOutcome> gone = waiters.register(command);
        CompletableFuture<CommandOutcome> waits = waiters.register(command);

        waiters.remove(command, gone);
        waiters.complete(outcome("acme", "c1", hash(7)));

        assertThat(gone).isNotDone();
        assertThat(waits).isCompleted();
        assertThat(waiters.size()).isZero();
    }

    @Test
    void a_tenants_flood_is_its_own_until_all_is_full() {
        Admission admission = new Admission(3, 2, ProblemType.TOO_MANY_REQUESTS);
        admission.enter(Holder.of("a"));
        admission.enter(Holder.of("a"));

        assertThatThrownBy(() -> admission.enter(Holder.of("a")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS));
        admission.enter(Holder.of("b"));
        assertThatThrownBy(() -> admission.enter(Holder.of("c")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.OVERLOADED));
        admission.leave(Holder.of("a"));
        admission.enter(Holder.of("c"));
        assertThat(admission.underWay()).isEqualTo(3);
    }

    @Test
    void a_shoppers_flood_is_its_own_until_the_tenants_bound_is_reached() {
        Admission admission = new Admission(100, 32, ProblemType.TOO_MANY_REQUESTS);
        Holder anna = new Holder("a", "anna");
        for (int i = 0; i < 4; i++) {
            admission.requireRoom(anna);
            admission.enter(anna);
        }

        for (Runnable more : List.<Runnable>of(() -> admission.enter(anna), () -> admission.requireRoom(anna))) {
            assertThatThrownBy(more::run).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.problem().type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
                assertThat(e.problem().detail()).isEqualTo("At most 32 at once, of one customer 4.");
            });
        }
        assertThat(admission.underWay()).isEqualTo(4);
        admission.enter(new Holder("a", "berta"));
        admission.enter(new Holder("b", "anna"));
        for (int i = 5; i < 32; i++) {
            admission.enter(Holder.of("a"));
        }
        assertThatThrownBy(() -> admission.enter(new Holder("a", "carla"))).isInstanceOf(ProblemException.class);
        admission.leave(anna);
        admission.enter(anna);
    }

    @Test
    void a_client_that_cannot_know_whether_its_command_was_taken_is_told_where_to_ask() {
        for (Optional<Command.Claim> claim :
                List.of(Optional.<Command.Claim>empty(), Optional.of(new Command.Claim("0123abc", hash(1))))) {
            Command command = new Command(
                    Topics.commands("orders"),
                    "acme/main~1",
                    null,
                    UUID.randomUUID().toString(),
                    "correlation",
                    "trace",
                    "actor",
                    Holder.of("acme"),
                    claim);

            Problem problem =
                    CommandGateway.notAcknowledged(command, "/v1/commands/abc").problem();

            assertThat(problem.type()).isEqualTo(ProblemType.LOG_UNAVAILABLE);
            assertThat(problem.detail()).contains("GET /v1/commands/abc");
            assertThat(problem.detail().contains("same Idempotency-Key")).isEqualTo(claim.isPresent());
            assertThat(problem.headers()).containsEntry("Location", "/v1/commands/abc");
            assertThat(problem.headers()).containsKey("Retry-After");
        }
    }

    private static ByteBuffer hash(int value) {
        return ByteBuffer.allocate(16).put(0, (byte) value);
    }

    private static CommandOutcome outcome(String tenant, String claim, ByteBuffer requestHash) {
        return new CommandOutcome(
                "whoever was first",
                "orders",
                tenant + "/main~1",
                OutcomeStatus.ACCEPTED,
                "",
                "",
                Map.of(),
                List.of(),
                0L,
                0,
                0,
                0L,
                0L,
                requestHash,
                claim,
                "",
                null,
                null);
    }
}
