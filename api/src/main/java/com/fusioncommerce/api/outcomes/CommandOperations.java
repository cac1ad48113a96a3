package com.fusioncommerce.api.outcomes;

import com.fusioncommerce.api.commands.CommandGateway;
import com.fusioncommerce.api.commands.CommandToken;
import com.fusioncommerce.api.commands.CommandTokens;
import com.fusioncommerce.api.operations.Answer;
import com.fusioncommerce.api.operations.Backend;
import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.Parameter;
import com.fusioncommerce.api.operations.Tag;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.common.Claim;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.streams.CommerceStores;
import com.fusioncommerce.streams.query.Copies;
import com.fusioncommerce.streams.query.Entry;
import com.fusioncommerce.streams.query.StoreRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Operations on the status of commands not awaited by their requests. */
public final class CommandOperations {
    private static final String PATH = CommandGateway.STATUS;
    private static final String LOCATION = "Location";
    private static final Parameter<String> TOKEN = Parameter.path("token", Schema.text());

    private static final Tag TAG = new Tag("commands", "What became of a write that was not decided in time.");

    private final Backend backend;
    private final OutcomeScopes scopes;

    private CommandOperations(Backend backend, OutcomeScopes scopes) {
        this.backend = backend;
        this.scopes = scopes;
    }

    /** All operations; {@code domains} are the domains that take callers' commands, with their operations. */
    public static List<Operation> all(Map<String, List<Operation>> domains) {
        OutcomeScopes scopes = new OutcomeScopes(domains);
        return List.of(Operation.get("getCommand", PATH + "{token}")
                .titled(TAG, "Tell what became of a command")
                .described(
                        "For a request that was answered with 202. Needs a scope of the command's domain. A shopper is told of the"
                                + " commands that were sent with a token for the same customer; of others nothing is known.")
                .open(Access.bearer(scopes.all()))
                .forOwner()
                .takes(TOKEN)
                .missing(ProblemType.UNKNOWN_COMMAND)
                .refuses(ProblemType.STATE_UNAVAILABLE)
                .answers(Answer.json(
                        200,
                        "Its status; pending where nothing is known of it yet, for " + CommandTokens.ASKED_FOR.toHours()
                                + " hours.",
                        CommandStatus.SCHEMA))
                .does((backend, in) -> new CommandOperations(backend, scopes).status(in)));
    }

    private CompletableFuture<Reply> status(Input in) {
        Call call = in.call();
        String told = in.get(TOKEN);
        CommandToken token = CommandToken.parse(told);
        StoreRef<CommandOutcome> outcomes =
                CommerceStores.outcomes(token.domain()).orElseThrow(CommandToken::unknown);
        requireScope(call, token.domain());
        if (!token.isOfClaim()) {
            return status(call, told, outcomes);
        }
        StoreRef<Claim> claims = CommerceStores.claims(token.domain()).orElseThrow(CommandToken::unknown);
        String key = Keys.of(call.tenant(), token.id());
        return backend.reads()
                .read(call, claims, key, copies -> claimed(call, told, claims, key, copies)
                        .now())
                .thenCompose(answer -> follow(call, answer, outcomes));
    }

    /**
     * Resolves a claim to its command. The command's outcome may be on another instance: the first instance reads it
     * next.
     */
    private Reply claimed(Call call, String told, StoreRef<Claim> claims, String key, Copies copies) {
        CommandToken token = CommandToken.parse(told);
        Optional<Claim> claim = backend.queries().get(claims, key, copies).filter(found -> call.principal()
                .reaches(found.getCustomer()));
        if (claim.isEmpty()) {
            return Reply.ok(pending(call, told, token));
        }
        CommandToken command = token.of(claim.get());
        String known = backend.gateway()
                .tokens()
                .issue(
                        call.tenant(),
                        claim.get().getCustomer(),
                        command,
                        claim.get().getClaimedAt());
        return Reply.ok(CommandStatus.pending(known, command)).with(LOCATION, PATH + known);
    }

    private CompletableFuture<Reply> follow(Call call, Reply answer, StoreRef<CommandOutcome> outcomes) {
        String location = answer.headers().get(LOCATION);
        if (location == null || backend.reads().isPassedOn(call)) {
            return answer.now();
        }
        return status(call, location.substring(PATH.length()), outcomes);
    }

    private CompletableFuture<Reply> status(Call call, String told, StoreRef<CommandOutcome> store) {
        CommandToken token = CommandToken.parse(told);
        String key = Keys.of(call.tenant(), token.id());
        return backend.reads()
                .read(call, () -> PATH + told, store, key, copies -> Reply.ok(found(call, told, token, store))
                        .now());
    }

    /**
     * The status by a command's outcome. A shopper sees commands that were sent for the same customer; those of staff
     * and services have none. An outcome is in the partition of its command's key but under its own key, hence the
     * scan.
     */
    private CommandStatus found(Call call, String told, CommandToken token, StoreRef<CommandOutcome> store) {
        List<Entry<CommandOutcome>> found =
                backend.queries().scan(store, Keys.of(call.tenant(), token.commandId()), null, 1);
        if (found.isEmpty() || !call.principal().reaches(found.get(0).value().getCustomer())) {
            return pending(call, told, token);
        }
        CommandOutcome outcome = found.get(0).value();
        requireScope(call, outcome.getDomain());
        if (!outcome.getDomain().equals(token.domain())) {
            throw CommandToken.unknown();
        }
        return CommandStatus.of(told, token, outcome);
    }

    private CommandStatus pending(Call call, String told, CommandToken token) {
        if (!backend.gateway().tokens().isOpen(call.tenant(), call.principal().keptTo(), told)) {
            throw CommandToken.unknown();
        }
        return CommandStatus.pending(told, token);
    }

    private void requireScope(Call call, String domain) {
        if (!scopes.admit(call.principal(), domain)) {
            throw ProblemException.of(
                    ProblemType.INSUFFICIENT_SCOPE, "This needs a scope of the domain " + domain + ".");
        }
    }
}
