package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.commands.Command;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.common.CommandOutcome;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * Behaviour that sends a command, and answers with its outcome.
 *
 * @param <C> the command
 */
public final class Sending<C extends SpecificRecord> implements Behaviour {
    /** Problem types that follow from sending a command. */
    static final List<ProblemType> PROBLEMS = List.of(
            ProblemType.IDEMPOTENCY_KEY_REUSED,
            ProblemType.MALFORMED_COMMAND,
            ProblemType.REJECTED,
            ProblemType.TOO_MANY_REQUESTS,
            ProblemType.OVERLOADED,
            ProblemType.NOT_READY,
            ProblemType.LOG_UNAVAILABLE);

    /** The answer if the command has no outcome in time. */
    static final Answer PENDING = Answer.json(
                    202,
                    "Not decided in time: the command's status tells when it is.",
                    Schema.object()
                            .field("command", Schema.text())
                            .field("status", Schema.any().with("const", "pending"))
                            .field("href", Schema.text())
                            .named("PendingCommand"))
            .leading(List.of(Link.to("status", "getCommand").by("token", "$response.body#/command")));

    private final Class<C> type;
    private final Topic topic;
    private final Function<Input, C> payload;
    private final BiFunction<Input, C, String> key;
    private final Accepted accepted;

    /** Makes the answer to a command that was accepted. */
    @FunctionalInterface
    public interface Accepted {
        /** The answer. */
        CompletionStage<Reply> answer(Backend backend, Input in, CommandOutcome outcome);
    }

    Sending(Class<C> command, Function<Input, C> payload, BiFunction<Input, C, String> key, Accepted accepted) {
        this.type = command;
        this.topic = Topics.commands(Messages.of(command).domain());
        this.payload = payload;
        this.key = key;
        this.accepted = accepted;
    }

    /** Answers with the state in a command's outcome. */
    static <S extends SpecificRecord> Accepted showing(Representation<S> shown) {
        return (backend, in, outcome) -> CommandReplies.versioned(
                        in.call(),
                        shown.of(in.call().principal(), backend.gateway().shown(outcome, shown.type())))
                .now();
    }

    /** The command's class. */
    Class<C> command() {
        return type;
    }

    @Override
    public CompletionStage<Reply> on(Backend backend, Input in) {
        C sent = payload.apply(in);
        Command command = backend.command(in.call(), in.ids(), topic, key.apply(in, sent), sent);
        return CommandReplies.send(
                backend.gateway(),
                in.operation(),
                in.call(),
                command,
                outcome -> accepted.answer(backend, in, outcome));
    }
}
