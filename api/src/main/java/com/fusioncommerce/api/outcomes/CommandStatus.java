package com.fusioncommerce.api.outcomes;

import com.fusioncommerce.api.commands.CommandToken;
import com.fusioncommerce.api.operations.CommandReplies;
import com.fusioncommerce.api.operations.ProblemSchema;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.orders.OrderJson;
import com.fusioncommerce.api.orders.OrderOperations;
import com.fusioncommerce.api.problem.Problem.LineError;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.streams.CommerceGroups;
import java.util.List;

/** JSON representation of a command's status; {@code pending} without a known outcome. */
record CommandStatus(
        String command,
        String domain,
        String id,
        String status,
        String reason,
        String message,
        OrderJson.Placed answer,
        List<LineError> problems,
        String decidedAt) {
    static final Schema SCHEMA = Schema.object()
            .field("command", Schema.text())
            .field("domain", Schema.words(List.copyOf(CommerceGroups.domains())))
            .optional(
                    "id",
                    Schema.text()
                            .described(
                                    "Of the aggregate; not there while the command of an idempotency key is not known."))
            .field("status", Schema.words(List.of("pending", "accepted", "rejected")))
            .optional("reason", Schema.text().described("A problem's code, where rejected."))
            .optional("message", Schema.text())
            .optional(
                    "answer",
                    OrderJson.Placed.SCHEMA.described(
                            "Of an order that was placed or cancelled: what the request would have been answered."))
            .optional("problems", Schema.listOf(ProblemSchema.LINE))
            .optional("decidedAt", SharedSchemas.TIMESTAMP)
            .named("CommandStatus");

    static CommandStatus pending(String told, CommandToken token) {
        String id = token.isOfClaim() ? null : token.id();
        return new CommandStatus(told, token.domain(), id, "pending", null, null, null, null, null);
    }

    static CommandStatus of(String told, CommandToken token, CommandOutcome outcome) {
        List<LineError> lines = CommandReplies.lines(outcome);
        return new CommandStatus(
                told,
                token.domain(),
                token.id(),
                Shapes.word(outcome.getStatus()),
                outcome.getReason().isEmpty() ? null : outcome.getReason(),
                outcome.getMessage().isEmpty() ? null : outcome.getMessage(),
                OrderOperations.placed(outcome),
                lines.isEmpty() ? null : lines,
                Shapes.time(outcome.getDecidedAt()));
    }
}
