package com.fusioncommerce.api.outcomes;

import com.fusioncommerce.api.commands.CommandToken;
import com.fusioncommerce.api.operations.Backend;
import com.fusioncommerce.api.operations.CommandReplies;
import com.fusioncommerce.api.orders.OrderJson;
import com.fusioncommerce.api.problem.Problem.LineError;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Route;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.common.Claim;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.streams.CommerceStores;
import com.fusioncommerce.streams.query.Copies;
import com.fusioncommerce.streams.query.Entry;
import com.fusioncommerce.streams.query.StoreRef;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What became of a command whose request did not wait for it. */
public final class CommandRoutes {
    private static final String PATH = "/v1/commands/";
    private static final String LOCATION = "Location";

    private final Backend backend;

    /** Routes that use these services. */
    public CommandRoutes(Backend backend) {
        this.backend = backend;
    }

    /** A command's status; {@code pending} where nothing is known of it yet. */
    record Status(
            String command,
            String domain,
            String id,
            String status,
            String reason,
            String message,
            OrderJson.Placed answer,
            List<LineError> problems,
            String decidedAt) {
        static Status pending(CommandToken token) {
            String id = token.isOfClaim() ? null : token.id();
            return new Status(token.encode(), token.domain(), id, "pending", null, null, null, null, null);
        }

        static Status of(CommandToken token, CommandOutcome outcome) {
            List<LineError> lines = CommandReplies.lines(outcome);
            return new Status(
                    token.encode(),
                    token.domain(),
                    token.id(),
                    Shapes.word(outcome.getStatus()),
                    outcome.getReason().isEmpty() ? null : outcome.getReason(),
                    outcome.getMessage().isEmpty() ? null : outcome.getMessage(),
                    outcome.getAnswer().containsKey("total") ? OrderJson.Placed.of(outcome) : null,
                    lines.isEmpty() ? null : lines,
                    Shapes.time(outcome.getDecidedAt()));
        }
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(Route.get("/v1/commands/{token}", Access.bearer(Scope.forOutcomes()), this::status));
    }

    private CompletableFuture<Reply> status(Call call) {
        CommandToken token = CommandToken.parse(call.path("token"));
        StoreRef<CommandOutcome> outcomes =
                CommerceStores.outcomes(token.domain()).orElseThrow(CommandToken::unknown);
        requireScope(call, token.domain());
        if (!token.isOfClaim()) {
            return status(call, token, outcomes);
        }
        StoreRef<Claim> claims = CommerceStores.claims(token.domain()).orElseThrow(CommandToken::unknown);
        String key = Keys.of(call.tenant(), token.id());
        return backend.reads()
                .read(call, claims, key, copies -> claimed(token, claims, key, copies)
                        .now())
                .thenCompose(answer -> follow(call, answer, outcomes));
    }

    /** The claim tells which command it is: where that lies is another question, which the first instance asks. */
    private Reply claimed(CommandToken token, StoreRef<Claim> claims, String key, Copies copies) {
        Optional<CommandToken> command =
                backend.queries().get(claims, key, copies).map(token::of);
        return command.map(known -> Reply.ok(Status.pending(known)).with(LOCATION, PATH + known.encode()))
                .orElseGet(() -> Reply.ok(Status.pending(token)));
    }

    private CompletableFuture<Reply> follow(Call call, Reply answer, StoreRef<CommandOutcome> outcomes) {
        String location = answer.headers().get(LOCATION);
        if (location == null || backend.reads().isPassedOn(call)) {
            return answer.now();
        }
        return status(call, CommandToken.parse(location.substring(PATH.length())), outcomes);
    }

    private CompletableFuture<Reply> status(Call call, CommandToken token, StoreRef<CommandOutcome> store) {
        String key = Keys.of(call.tenant(), token.id());
        return backend.reads()
                .read(call, () -> PATH + token.encode(), store, key, copies -> Reply.ok(found(call, token, store))
                        .now());
    }

    /** Outcomes lie in the partition of their command's key under another key, and so are found by a scan for one. */
    private Status found(Call call, CommandToken token, StoreRef<CommandOutcome> store) {
        List<Entry<CommandOutcome>> found =
                backend.queries().scan(store, Keys.of(call.tenant(), token.commandId()), null, 1);
        if (found.isEmpty()) {
            return Status.pending(token);
        }
        CommandOutcome outcome = found.get(0).value();
        requireScope(call, outcome.getDomain());
        if (!outcome.getDomain().equals(token.domain())) {
            throw CommandToken.unknown();
        }
        return Status.of(token, outcome);
    }

    private static void requireScope(Call call, String domain) {
        if (Scope.forOutcomesOf(domain).stream().noneMatch(call.principal()::may)) {
            throw ProblemException.of(
                    ProblemType.INSUFFICIENT_SCOPE, "This needs a scope of the domain " + domain + ".");
        }
    }
}
