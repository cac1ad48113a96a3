package com.fusioncommerce.api.commands;

import com.fusioncommerce.api.threads.Holder;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.schemas.Topic;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A command to be sent to its decider.
 *
 * @param topic commands topic of its domain
 * @param key the aggregate's key
 * @param payload the command's record
 * @param id the command's id, for deduplication
 * @param correlationId correlation id of the request
 * @param traceParent W3C trace context
 * @param actor the requesting actor, as encoded in the message header
 * @param sender holder of the command's admission
 * @param claim claim of its idempotency key, if it has one
 */
public record Command(
        Topic topic,
        String key,
        SpecificRecord payload,
        String id,
        String correlationId,
        String traceParent,
        String actor,
        Holder sender,
        Optional<Claim> claim) {

    /**
     * The claim of an idempotency key.
     *
     * @param id the same for all requests with the key
     * @param requestHash hash of the request's content: the same for repetitions of one request
     */
    public record Claim(String id, ByteBuffer requestHash) {}

    /** The command of a call, which may repeat an earlier request. */
    public static Command of(Call call, CommandIds ids, Topic topic, String key, SpecificRecord payload) {
        return new Command(
                topic,
                key,
                payload,
                ids.command(),
                call.correlationId(),
                call.traceParent(),
                call.principal().actor(),
                call.principal().holder(),
                ids.claim().map(id -> new Claim(id, RequestHash.of(call))));
    }
}
