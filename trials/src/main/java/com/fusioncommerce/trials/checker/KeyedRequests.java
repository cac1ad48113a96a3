package com.fusioncommerce.trials.checker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Requests with an idempotency key, by the claim of their key: the first request of a day is a command, the others are
 * repetitions of it. A second decision for a claim is a gap.
 */
final class KeyedRequests {
    private static final String REQUEST = "KeyedRequest";
    private static final String REPETITION = "RepeatAnswer";
    private static final long KEPT_MS = Duration.ofDays(1).toMillis();
    private static final Set<String> NOT_DECIDED = Set.of("internal_error", "idempotency_key_reused");

    private final Property property = new Property("an idempotency key stands for one command");
    private final WriterSchemas schemas;
    private final Map<String, First> firsts = new HashMap<>();
    private final Map<String, Decided> decided = new HashMap<>();

    private record First(String id, Object requestHash, long at) {}

    private record Decided(String commandId, long at) {}

    KeyedRequests(WriterSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * The command of a record of a command topic; empty if the record is a repetition.
     *
     * @param again gets the id of a repeated command
     * @throws IOException if the command cannot be decoded
     */
    Optional<Message> command(Message message, Consumer<String> again) throws IOException {
        String type = message.value().getSchema().getName();
        if (type.equals(REQUEST)) {
            return request(message, again);
        }
        boolean sentOn = type.equals(REPETITION) || message.header("claim") != null;
        return sentOn ? Optional.empty() : Optional.of(message);
    }

    private Optional<Message> request(Message request, Consumer<String> again) throws IOException {
        String claim = request.record().topic() + "|" + request.key();
        Object hash = request.value().get("requestHash");
        First first = firsts.get(claim);
        if (first == null || request.time() - first.at >= KEPT_MS) {
            firsts.put(claim, new First(request.id(), hash, request.time()));
            ByteBuffer command = (ByteBuffer) request.value().get("command");
            byte[] bytes = new byte[command.remaining()];
            command.duplicate().get(bytes);
            return Optional.of(new Message(request.record(), request.text("target"), schemas.decode(bytes)));
        }
        if (first.requestHash.equals(hash)) {
            again.accept(first.id);
        }
        return Optional.empty();
    }

    void outcome(Message outcome) {
        // Outcomes written before claims were introduced lack the field.
        if (!outcome.value().hasField("claim") || outcome.value().get("claim") == null) {
            return;
        }
        if (NOT_DECIDED.contains(outcome.text("reason"))) {
            return;
        }
        String claim = outcome.tenant() + "/" + outcome.text("claim");
        String command = outcome.text("commandId");
        long at = outcome.number("decidedAt");
        Decided before = decided.putIfAbsent(claim, new Decided(command, at));
        if (before != null && at - before.at >= KEPT_MS) {
            decided.put(claim, new Decided(command, at));
        } else {
            property.holds(
                    before == null || before.commandId.equals(command),
                    outcome.key(),
                    "the key of claim " + claim + " was carried out as " + command + " and as "
                            + (before == null ? "" : before.commandId));
        }
    }

    Verdict.Finding finding() {
        return property.finding();
    }
}
