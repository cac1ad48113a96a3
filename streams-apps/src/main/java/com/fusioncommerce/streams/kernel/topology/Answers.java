package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.OutcomeStatus;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.Domain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Tells those who sent commands what became of them: at once, later, or once more. */
final class Answers {
    private static final String KEY_REUSED = "idempotency_key_reused";

    private final TaskStores stores;
    private final Output output;

    Answers(TaskStores stores, Output output) {
        this.stores = stores;
        this.output = output;
    }

    /** A command, as far as its answer is concerned. */
    record Asked(
            Cascade.Target target, String commandId, long fingerprint, int replyPartition, int partition, long offset) {
        static Asked of(Domain domain, String key, Cause cause, Headers headers, RecordMetadata from) {
            return new Asked(
                    new Cascade.Target(domain, key),
                    cause.id(),
                    Envelope.number(headers, MessageHeaders.FINGERPRINT, 0),
                    (int) Envelope.number(headers, MessageHeaders.REPLY_PARTITION, -1),
                    from.partition(),
                    from.offset());
        }

        String tenant() {
            return Keys.tenant(target.key());
        }

        CommandOutcome outcome(
                OutcomeStatus status, Decision.Rejected why, Map<String, String> answer, long decidedAt) {
            return new CommandOutcome(
                    commandId,
                    target.domain().name(),
                    target.key(),
                    status,
                    why == null ? "" : why.reason(),
                    why == null ? "" : why.message(),
                    answer,
                    why == null ? List.of() : why.problems(),
                    fingerprint,
                    replyPartition,
                    partition,
                    offset,
                    decidedAt);
        }
    }

    /** A note, kept as long as outcomes are, that an event from elsewhere has set in motion what it had to. */
    static CommandOutcome seen(String event, String key, long now) {
        return CommandOutcome.newBuilder()
                .setCommandId(event)
                .setDomain("")
                .setKey(key)
                .setStatus(OutcomeStatus.ACCEPTED)
                .setReason("")
                .setMessage("")
                .setAnswer(Map.of())
                .setProblems(List.of())
                .setFingerprint(0L)
                .setReplyPartition(-1)
                .setPartition(-1)
                .setOffset(-1L)
                .setDecidedAt(now)
                .build();
    }

    /** Answers a command that was just decided, or notes that its answer has to wait. */
    void answer(Asked asked, Decision decision, Cascade cascade, long now) {
        if (!(decision instanceof Decision.Accepted accepted) || !accepted.answerLater()) {
            finish(asked, decision, now);
            return;
        }
        Optional<Decision> settled = cascade.settled(asked.target());
        if (settled.isPresent()) {
            finish(asked, settled.get(), now);
        } else {
            CommandOutcome pending = asked.outcome(OutcomeStatus.PENDING, null, Map.of(), now);
            stores.pending().put(asked.target(), pending);
            stores.outcomes().put(asked.tenant(), pending);
        }
    }

    /** Gives the answers that a cascade has made possible. */
    void settle(Cascade cascade, long now) {
        for (Cascade.Target target : cascade.touched) {
            List<CommandOutcome> pending = stores.pending().get(target);
            if (!pending.isEmpty()) {
                cascade.settled(target).ifPresent(decision -> {
                    stores.pending().remove(target);
                    pending.forEach(one -> finish(asked(target, one), decision, now));
                });
            }
        }
    }

    /** Answers a command that was seen before as it was answered then. */
    void repeat(Asked asked, CommandOutcome known) {
        if (known.getFingerprint() != asked.fingerprint()) {
            Decision.Rejected reused = new Decision.Rejected(
                    KEY_REUSED, "the idempotency key was used before, for another request", List.of());
            output.outcome(asked.outcome(OutcomeStatus.REJECTED, reused, Map.of(), known.getDecidedAt()));
            return;
        }
        CommandOutcome again = withReply(known, asked.replyPartition());
        if (known.getStatus() == OutcomeStatus.PENDING) {
            stores.pending().put(asked.target(), again);
        }
        output.outcome(again);
    }

    /** Tells the one who asked that the platform failed; nothing is kept, so that the command can be sent again. */
    void failed(Asked asked, long now) {
        Decision.Rejected failed = new Decision.Rejected(
                "internal_error", "the command could not be processed and lies in dead letters", List.of());
        output.outcome(asked.outcome(OutcomeStatus.REJECTED, failed, Map.of(), now));
    }

    private void finish(Asked asked, Decision decision, long now) {
        CommandOutcome outcome = decision instanceof Decision.Accepted accepted
                ? asked.outcome(OutcomeStatus.ACCEPTED, null, accepted.answer(), now)
                : asked.outcome(OutcomeStatus.REJECTED, (Decision.Rejected) decision, Map.of(), now);
        stores.outcomes().put(asked.tenant(), outcome);
        output.outcome(outcome);
    }

    private static Asked asked(Cascade.Target target, CommandOutcome pending) {
        return new Asked(
                target,
                pending.getCommandId(),
                pending.getFingerprint(),
                pending.getReplyPartition(),
                pending.getPartition(),
                pending.getOffset());
    }

    private static CommandOutcome withReply(CommandOutcome known, int replyPartition) {
        return new CommandOutcome(
                known.getCommandId(),
                known.getDomain(),
                known.getKey(),
                known.getStatus(),
                known.getReason(),
                known.getMessage(),
                known.getAnswer(),
                known.getProblems(),
                known.getFingerprint(),
                replyPartition,
                known.getPartition(),
                known.getOffset(),
                known.getDecidedAt());
    }
}
