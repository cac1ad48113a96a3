package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.OutcomeStatus;
import com.fusioncommerce.streams.kernel.CommonRefusals;
import com.fusioncommerce.streams.kernel.Decision;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Sends the outcomes of commands to their senders: at once, deferred, or repeated. */
final class OutcomeReplies {
    private final TaskStores stores;
    private final Output output;
    private final AvroCodec codec;

    OutcomeReplies(TaskStores stores, Output output, AvroCodec codec) {
        this.stores = stores;
        this.output = output;
        this.codec = codec;
    }

    /** An outcome that marks an event of another group or job as processed. */
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

    /** Answers a decided command, or stores its outcome as pending. */
    void answer(Asked asked, SpecificRecord command, Decision decision, Cascade cascade, long now) {
        if (!(decision instanceof Decision.Accepted accepted)) {
            finish(asked, decision, null, now);
            return;
        }
        if (!accepted.answerLater()) {
            finish(asked, decision, shown(cascade, asked, command), now);
            return;
        }
        Optional<Decision> settled = cascade.settled(asked.target());
        if (settled.isPresent()) {
            finish(asked, settled.get(), null, now);
        } else {
            CommandOutcome pending = asked.outcome(OutcomeStatus.PENDING, null, Map.of(), null, now);
            stores.pending().put(asked.target(), pending);
            stores.outcomes().put(asked.tenant(), pending);
        }
    }

    /** Sends the pending answers of the aggregates that a cascade has settled. */
    void settle(Cascade cascade, long now) {
        for (Cascade.Target target : cascade.touched) {
            List<CommandOutcome> pending = stores.pending().get(target);
            if (!pending.isEmpty()) {
                cascade.settled(target).ifPresent(decision -> {
                    stores.pending().remove(target);
                    pending.forEach(one -> finish(Asked.of(target, one), decision, null, now));
                });
            }
        }
    }

    /** Repeats the known outcome of a command. */
    void repeat(Asked asked, CommandOutcome known) {
        if (!asked.isFor(known)) {
            reused(asked, known.getDecidedAt());
            return;
        }
        CommandOutcome again = CommandOutcome.newBuilder(known)
                .setReplyPartition(asked.replyPartition())
                .build();
        if (known.getStatus() == OutcomeStatus.PENDING) {
            stores.pending().put(asked.target(), again);
        }
        output.outcome(again);
    }

    /** Repeats the stored outcome of a command; a command without one has failed and is not retried. */
    void repeat(Asked asked, long now) {
        CommandOutcome known = stores.outcomes().get(asked.tenant(), asked.commandId());
        if (known == null) {
            failed(asked, now);
        } else {
            repeat(asked, known);
        }
    }

    /** Tells the sender that the idempotency key stands for another request. */
    void reused(Asked asked, long now) {
        Decision.Rejected reused = Decision.reject(
                CommonRefusals.IDEMPOTENCY_KEY_REUSED, "the idempotency key was used before, for another request");
        output.outcome(asked.outcome(OutcomeStatus.REJECTED, reused, Map.of(), null, now));
    }

    /**
     * Tells the sender that the platform failed. No outcome is stored, so that the command can be sent again; with an
     * idempotency key whose claim is in another partition it cannot, before the key expires.
     */
    void failed(Asked asked, long now) {
        Decision.Rejected failed = Decision.reject(
                CommonRefusals.INTERNAL_ERROR, "the command could not be processed and lies in dead letters");
        output.outcome(asked.outcome(OutcomeStatus.REJECTED, failed, Map.of(), null, now));
    }

    private void finish(Asked asked, Decision decision, ByteBuffer state, long now) {
        CommandOutcome outcome = outcome(asked, decision, state, now);
        // A request without a claim cannot be repeated: its state is sent, but not stored.
        boolean kept = state == null || asked.claim() != null;
        stores.outcomes().put(asked.tenant(), kept ? outcome : outcome(asked, decision, null, now));
        output.outcome(outcome);
    }

    private static CommandOutcome outcome(Asked asked, Decision decision, ByteBuffer state, long now) {
        return decision instanceof Decision.Accepted accepted
                ? asked.outcome(OutcomeStatus.ACCEPTED, null, accepted.answer(), state, now)
                : asked.outcome(OutcomeStatus.REJECTED, (Decision.Rejected) decision, Map.of(), null, now);
    }

    private ByteBuffer shown(Cascade cascade, Asked asked, SpecificRecord command) {
        if (asked.replyPartition() < 0) {
            return null;
        }
        return cascade.shown(asked.target(), command)
                .map(state -> ByteBuffer.wrap(codec.encode(Topic.STORES, state)))
                .orElse(null);
    }
}
