package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.commands.Command;
import com.fusioncommerce.api.commands.CommandGateway;
import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.Problem.LineError;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.queries.Reads;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.ProblemReplies;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.LineProblem;
import com.fusioncommerce.schemas.common.OutcomeStatus;
import com.fusioncommerce.streams.query.ConsistencyToken;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Converts outcomes of commands to answers, with helpers for answers of reads. */
public final class CommandReplies {
    private static final String ETAG = "ETag";

    private CommandReplies() {}

    /** Body of the answer to a command without an outcome in time. */
    record Pending(String command, String status, String href) {}

    /** Sends a command and answers with its outcome: accepted, a problem, or 202 on timeout. */
    static CompletableFuture<Reply> send(
            CommandGateway gateway,
            Operation operation,
            Call call,
            Command command,
            Function<CommandOutcome, CompletionStage<Reply>> accepted) {
        return gateway.send(command).thenCompose(answer -> {
            if (answer.isEmpty()) {
                return pending(gateway.address(command)).now();
            }
            CommandOutcome outcome = answer.get();
            String token = token(command.topic(), outcome);
            CompletionStage<Reply> reply = outcome.getStatus() == OutcomeStatus.ACCEPTED
                    ? accepted.apply(outcome)
                    : refused(outcome, operation, call).now();
            return reply.thenApply(known -> known.with(Reads.CONSISTENCY_TOKEN, token));
        });
    }

    /**
     * The problem of a refused command, with the correlation id of the original request, which this request may repeat.
     */
    private static Reply refused(CommandOutcome outcome, Operation operation, Call call) {
        String refused = outcome.getCorrelationId();
        Problem problem = new Problem(
                operation.problem(outcome.getReason()),
                sentence(outcome.getMessage()),
                List.of(),
                lines(outcome),
                Map.of());
        return ProblemReplies.of(problem, refused.isEmpty() ? call.correlationId() : refused);
    }

    /** The failed lines of an order. */
    public static List<LineError> lines(CommandOutcome outcome) {
        return outcome.getProblems().stream().map(CommandReplies::line).toList();
    }

    /** Answers with a prepared state and its version as ETag; 304 if the caller has that version. */
    public static Reply versioned(Call call, Versioned state) {
        boolean reads = call.method().equals("GET") || call.method().equals("HEAD");
        boolean known = reads
                && call.list("If-None-Match")
                        .filter(tags -> names(tags, state.tag()))
                        .isPresent();
        return known ? Reply.empty(304).with(ETAG, state.tag()) : state.whole();
    }

    /**
     * A state as a prepared answer.
     *
     * @param tag the state's version as ETag
     * @param whole the answer with status 200 and the body
     */
    public record Versioned(String tag, Reply whole) {
        static Versioned of(long version, Object body) {
            String tag = "\"v" + version + "\"";
            return new Versioned(tag, Reply.ok(body).with(ETAG, tag));
        }
    }

    private static boolean names(String tags, String tag) {
        for (String one : tags.split(",", -1)) {
            String trimmed = one.trim();
            if (trimmed.equals("*") || trimmed.equals(tag) || trimmed.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    private static Reply pending(String href) {
        String token = href.substring(CommandGateway.STATUS.length());
        return Reply.json(202, new Pending(token, "pending", href))
                .with("Location", href)
                .with("Retry-After", "1");
    }

    private static String token(Topic topic, CommandOutcome outcome) {
        return new ConsistencyToken(topic.name(), outcome.getPartition(), outcome.getOffset()).encode();
    }

    private static LineError line(LineProblem problem) {
        boolean counts = problem.getCode().equals(ProblemType.INSUFFICIENT_STOCK.code());
        return new LineError(
                problem.getLine(),
                problem.getSku(),
                problem.getCode(),
                counts ? problem.getRequested() : null,
                counts ? problem.getAvailable() : null);
    }

    private static String sentence(String message) {
        return message.isEmpty() ? message : Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }
}
