package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.common.Claim;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.KeyedRequest;
import com.fusioncommerce.schemas.common.OutcomeStatus;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Key;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * The parts of a command that its outcome needs.
 *
 * @param target the command's aggregate
 * @param commandId its deduplication id
 * @param claim id of its idempotency key's claim, or null
 * @param requestHash hash of that request, or null
 * @param correlationId of the request
 * @param customer customer to whom the sender is limited, or null where it is no shopper
 * @param replyPartition partition of the outcomes topic, -1 where no sender waits
 * @param partition the command's partition
 * @param offset the command's offset
 */
record Asked(
        Cascade.Target target,
        String commandId,
        String claim,
        ByteBuffer requestHash,
        String correlationId,
        String customer,
        int replyPartition,
        int partition,
        long offset) {

    /** Reads a command's headers. */
    static Asked of(Domain domain, Key key, Cause cause, Headers headers, RecordMetadata from) {
        return new Asked(
                new Cascade.Target(domain, key),
                cause.id(),
                MessageHeaders.text(headers, MessageHeaders.CLAIM, null),
                hash(MessageHeaders.text(headers, MessageHeaders.REQUEST_HASH, null)),
                cause.correlationId(),
                cause.actor().actor().keptTo().orElse(null),
                (int) Envelope.number(headers, MessageHeaders.REPLY_PARTITION, -1),
                from.partition(),
                from.offset());
    }

    /** The request behind a command whose answer is deferred, for its outcome. */
    static Asked of(Cascade.Target target, CommandOutcome pending) {
        return new Asked(
                target,
                pending.getCommandId(),
                pending.getClaim(),
                pending.getRequestHash(),
                pending.getCorrelationId(),
                pending.getCustomer(),
                pending.getReplyPartition(),
                pending.getPartition(),
                pending.getOffset());
    }

    /**
     * The command in a keyed request, whose record key is its claim.
     *
     * @throws MalformedRecordException if it is for another tenant
     */
    Asked by(KeyedRequest request) {
        return new Asked(
                new Cascade.Target(target.domain(), own(request.getTarget())),
                commandId,
                target.key().id(),
                request.getRequestHash(),
                correlationId,
                customer,
                replyPartition,
                partition,
                offset);
    }

    /** The first command of a claim, for a repeated request. */
    Asked forFirst(Claim first) {
        return new Asked(
                new Cascade.Target(target.domain(), own(first.getTarget())),
                first.getCommandId(),
                claim,
                requestHash,
                correlationId,
                customer,
                replyPartition,
                partition,
                offset);
    }

    /** The claim of this command on the idempotency key of its request. */
    Claim claim(KeyedRequest request, long now) {
        return new Claim(commandId, request.getTarget(), request.getRequestHash(), now, customer);
    }

    /** This request, for the outcome of another command. */
    Asked forCommand(String otherId) {
        return new Asked(
                target, otherId, claim, requestHash, correlationId, customer, replyPartition, partition, offset);
    }

    private Key own(String aggregate) {
        try {
            Key key = Key.parse(aggregate);
            if (key.tenant().equals(tenant())) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException(e.getMessage());
        }
        throw new MalformedRecordException("a request of " + tenant() + " is for " + aggregate);
    }

    String tenant() {
        return target.key().tenant();
    }

    /**
     * Whether an outcome answers the same request. A command of an older version, whose id was derived from its
     * idempotency key, has no hash, and neither has its outcome.
     */
    boolean isFor(CommandOutcome known) {
        return Objects.equals(requestHash, known.getRequestHash());
    }

    CommandOutcome outcome(
            OutcomeStatus status, Decision.Rejected why, Map<String, String> answer, ByteBuffer state, long decidedAt) {
        return new CommandOutcome(
                commandId,
                target.domain().name(),
                target.key().toString(),
                status,
                why == null ? "" : why.reason(),
                why == null ? "" : why.message(),
                answer,
                why == null ? List.of() : why.problems(),
                0L,
                replyPartition,
                partition,
                offset,
                decidedAt,
                requestHash,
                claim,
                correlationId,
                state,
                customer);
    }

    private static ByteBuffer hash(String hex) {
        try {
            return hex == null ? null : ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException("header " + MessageHeaders.REQUEST_HASH + " is not hexadecimal: " + hex);
        }
    }
}
