package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fusioncommerce.api.ApiClient.Answer;
import com.fusioncommerce.api.fuzz.ApiDocument;
import com.fusioncommerce.api.fuzz.ApiDocument.Operation;
import com.fusioncommerce.api.fuzz.Contract;
import com.fusioncommerce.api.fuzz.Examples;
import com.fusioncommerce.api.fuzz.Step;
import com.fusioncommerce.api.fuzz.Step.Reply;
import com.fusioncommerce.api.fuzz.WrongRequests;
import com.fusioncommerce.api.fuzz.WrongRequests.Wrong;
import com.fusioncommerce.schemas.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests every operation of the OpenAPI document: by its example, without a token, without a scope, with another
 * tenant's token, and invalid in each field and parameter. Every answer is checked against the document. Operations are
 * discovered, so that a new one is tested without an edit here.
 */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryOperationTest {
    private final ApiExtension.Shared shared;
    private final ApiDocument document;
    private final Contract contract;
    private final ApiClient owner;
    private final Examples examples;

    EveryOperationTest(ApiExtension.Shared shared) {
        this.shared = shared;
        this.document = new ApiDocument(shared.document());
        this.contract = new Contract(document);
        String tenant = shared.newTenant().tenant();
        String token = shared.platform().token(tenant, ApiEnvironment.OPERATORS_SCOPES, Duration.ofMinutes(10));
        this.owner = new ApiClient(shared.api().port(), tenant, token);
        this.examples = new Examples(
                document,
                owner.sender(),
                Map.of(
                        "token",
                        token,
                        "getCommand.token",
                        shared.platform().commandToken(tenant),
                        "getDeadLetter.id",
                        PutAside.cancellation(shared.platform(), tenant),
                        "retryDeadLetter.id",
                        PutAside.cancellation(shared.platform(), tenant)));
        everyExampleIsDone();
        Await.until("all that follows has happened", Duration.ofSeconds(20), () -> state().equals(state()));
    }

    private void everyExampleIsDone() {
        try {
            Await.until("every example is done", Duration.ofSeconds(20), examples::go);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", but not " + examples, e);
        }
    }

    @TestFactory
    Stream<DynamicTest> its_example_does_what_it_is_for() {
        return each(step -> fits(step, examples.replies().get(step.operation().id())));
    }

    @TestFactory
    Stream<DynamicTest> nobody_without_a_token_may_use_it() {
        return guarded(step -> {
            Reply reply = step.send(owner.with(null).sender(), null);

            assertThat(reply.status()).isIn(401, toLogin(step));
            fits(step, reply);
        });
    }

    @TestFactory
    Stream<DynamicTest> nobody_without_its_scope_may_use_it() {
        return guarded(step -> {
            List<String> others = new ArrayList<>(ApiEnvironment.OPERATORS_SCOPES);
            others.removeAll(scopes(step.operation()));
            ApiClient client = shared.platform().client(shared.api(), owner.tenant(), others);

            Reply reply = step.send(client.sender(), null);

            assertThat(reply.status()).isEqualTo(403);
            fits(step, reply);
        });
    }

    /**
     * Other tenants request the same addresses: some without any data, and one with its own. They get 404, or an answer
     * without the owner's data. {@link ContractTest} covers the status of commands, with a decided command.
     */
    @TestFactory
    Stream<DynamicTest> another_tenant_sees_and_changes_nothing() {
        ApiClient writer = stranger();
        return guarded(step -> {
            Map<String, String> before = state();

            Reply reply = step.send((isRead(step) ? stranger() : writer).sender(), null);

            fits(step, reply);
            assertThat(secrets()).allSatisfy(secret -> assertThat(reply.text()).doesNotContain(secret));
            assertThat(state()).isEqualTo(before);
        });
    }

    /**
     * Shoppers of the same tenant, with every scope, request what belongs to another customer and to the tenant: a
     * customer, one under the name of all guests, and one whose subject is not a valid customer id.
     */
    @TestFactory
    Stream<DynamicTest> a_shopper_who_is_not_the_owner_sees_and_changes_nothing() {
        return Stream.of("somebody-else", "guest", "auth0|17").flatMap(this::notTheOwner);
    }

    private Stream<DynamicTest> notTheOwner(String subject) {
        ApiClient shopper = owner.with(shared.platform()
                .tokens()
                .issue(
                        owner.tenant(),
                        Actor.shopper(subject),
                        ApiEnvironment.OPERATORS_SCOPES,
                        Duration.ofMinutes(10)));
        return guarded(step -> {
            Map<String, String> before = state();

            Reply reply = step.send(shopper.sender(), null);

            fits(step, reply);
            switch (step.operation().node().path("x-audience").asText()) {
                case "everyone" -> assertThat(reply.status()).isLessThan(300);
                case "staff" -> {
                    assertThat(reply.status()).isEqualTo(403);
                    assertThat(reply.json().path("code").textValue()).isEqualTo("staff_only");
                }
                case "owner" ->
                    assertThat(secrets())
                            .allSatisfy(secret -> assertThat(reply.text()).doesNotContain(secret));
                default -> throw new AssertionError("the document says not whose business it is");
            }
            assertThat(state()).isEqualTo(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> what_is_wrong_in_a_request_is_named_and_nothing_happens() {
        return each(step -> {
            Map<String, String> before = state();
            for (Wrong wrong : WrongRequests.of(document, step)) {
                Reply reply = wrong.step().send(owner.sender(), null);

                assertThat(reply.status())
                        .as("%s answered %s", wrong, reply.text())
                        .isBetween(400, 499);
                assertThat(contract.misfit(step.operation(), reply))
                        .as("%s", wrong)
                        .isEmpty();
                assertThat(pointers(reply))
                        .as("%s answered %s", wrong, reply.text())
                        .containsAll(wrong.pointers());
            }
            assertThat(state()).isEqualTo(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> what_has_one_value_is_refused_where_it_comes_twice() {
        return each(step -> {
            for (String name : singleHeaders(step)) {
                Reply reply = sendWith(step, "", List.of(name, "x", name, "x"));

                assertThat(reply.status())
                        .as("%s %s: %s", step, name, reply.text())
                        .isEqualTo(400);
                assertThat(reply.text()).containsAnyOf(step.operation().method().equals("HEAD") ? "" : name, name);
                fits(step, reply);
            }
            for (String name : parameters(step, "query")) {
                Reply reply = sendWith(step, name + "=1&" + name + "=1", List.of());

                assertThat(reply.status())
                        .as("%s %s: %s", step, name, reply.text())
                        .isEqualTo(400);
                fits(step, reply);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_body_where_none_is_taken_is_refused() {
        return each(step -> {
            if (step.body() == null) {
                Step with = new Step(step.operation(), step.parameters(), JsonNodeFactory.instance.objectNode());

                Reply reply = with.send(owner.sender(), null);

                assertThat(reply.status()).as("%s: %s", step, reply.text()).isEqualTo(400);
                fits(step, reply);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> head_is_answered_as_get_is_without_the_body() {
        return each(step -> {
            if (step.operation().method().equals("GET")) {
                for (List<String> headers : List.of(List.<String>of(), List.of("If-None-Match", "*"))) {
                    Reply get = sendWith(step, "", headers);
                    Operation operation = step.operation();
                    Step head = new Step(
                            new Operation("HEAD", operation.path(), operation.node(), operation.parameters()),
                            step.parameters(),
                            null);
                    Reply reply = sendWith(head, "", headers);

                    assertThat(reply.status()).as("%s", step).isEqualTo(get.status());
                    assertThat(reply.text()).isEmpty();
                    for (String name : List.of("Content-Type", "ETag", "Cache-Control", "Location")) {
                        assertThat(reply.header(name)).as("%s %s", step, name).isEqualTo(get.header(name));
                    }
                }
            }
        });
    }

    private Set<String> singleHeaders(Step step) {
        Set<String> names = parameters(step, "header");
        names.remove("If-None-Match");
        names.add("X-Correlation-Id");
        if (!step.operation().isOpen()) {
            names.add("Authorization");
        }
        if (step.body() != null) {
            names.add("Content-Type");
        }
        return names;
    }

    private static Set<String> parameters(Step step, String place) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : step.operation().parameters()) {
            if (parameter.path("in").textValue().equals(place)) {
                names.add(parameter.path("name").textValue());
            }
        }
        return names;
    }

    private Reply sendWith(Step step, String query, List<String> more) {
        Step.Sender sender = (method, path, body, headers) -> {
            List<String> all = new ArrayList<>(headers);
            all.addAll(more);
            String target = query.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + query;
            return owner.sender().send(method, target, body, all);
        };
        return step.send(sender, null);
    }

    @Test
    void the_examples_are_of_every_operation() {
        assertThat(examples.steps().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        document.operations().stream().map(Operation::id).toList())
                .containsExactlyInAnyOrderElementsOf(shared.api().operations().stream()
                        .map(com.fusioncommerce.api.operations.Operation::id)
                        .toList());
    }

    private Stream<DynamicTest> each(Consumer<Step> test) {
        return examples.steps().values().stream()
                .map(step -> DynamicTest.dynamicTest(step.operation().id(), () -> test.accept(step)));
    }

    private Stream<DynamicTest> guarded(Consumer<Step> test) {
        return examples.steps().values().stream()
                .filter(step -> !step.operation().isOpen())
                .map(step -> DynamicTest.dynamicTest(step.operation().id(), () -> test.accept(step)));
    }

    private void fits(Step step, Reply reply) {
        assertThat(contract.misfit(step.operation(), reply)).as("%s", step).isEmpty();
    }

    /** The answers that the owner gets, by read. */
    private Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        examples.steps().forEach((id, step) -> {
            if (isRead(step) && !step.operation().isOpen()) {
                Reply reply = step.send(owner.sender(), null);
                state.put(id, reply.status() == 200 ? reply.text() : "status " + reply.status());
            }
        });
        return state;
    }

    /** Values that occur in the owner's answers only: ids and times that the platform assigned. */
    private Set<String> secrets() {
        Set<String> secrets = new TreeSet<>(Set.of(owner.tenant()));
        state().values().forEach(text -> {
            for (String word : text.split("[\"/?]", -1)) {
                boolean given = word.length() >= 20 && word.matches(".*[0-9].*") && word.matches("[0-9a-zA-Z~:.TZ-]+");
                if (given) {
                    secrets.add(word);
                }
            }
        });
        examples.steps().values().forEach(step -> {
            secrets.removeAll(step.parameters().values());
            secrets.removeIf(secret -> String.valueOf(step.body()).contains(secret));
        });
        return secrets;
    }

    private ApiClient stranger() {
        String tenant = shared.newTenant().tenant();
        String token = shared.platform()
                .tokens()
                .issue(tenant, Actor.staff("stranger"), ApiEnvironment.OPERATORS_SCOPES, Duration.ofMinutes(10));
        return new ApiClient(shared.api().port(), tenant, token);
    }

    private static boolean isRead(Step step) {
        return Set.of("GET", "HEAD").contains(step.operation().method());
    }

    /** The status without a token: pages redirect to the login. */
    private int toLogin(Step step) {
        return document.operations().stream()
                        .filter(operation ->
                                operation.id().equals(step.operation().id()))
                        .anyMatch(
                                operation -> operation.node().path("responses").has("303"))
                ? 303
                : 401;
    }

    private static Set<String> scopes(Operation operation) {
        Set<String> scopes = new TreeSet<>();
        operation.node().path("security").forEach(alternative -> alternative
                .elements()
                .forEachRemaining(list -> list.forEach(scope -> scopes.add(scope.textValue()))));
        return scopes;
    }

    private static Set<String> pointers(Reply reply) {
        Set<String> pointers = new TreeSet<>();
        if (reply instanceof Answer answer && !answer.text().isEmpty()) {
            for (JsonNode error : answer.json().path("errors")) {
                pointers.add(error.path("pointer").textValue());
            }
        }
        return pointers;
    }
}
