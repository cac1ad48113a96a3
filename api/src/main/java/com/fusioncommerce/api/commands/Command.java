package com.fusioncommerce.api.commands;

import com.fusioncommerce.api.threads.Holder;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.schemas.Topic;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A command on its way to its decider.
 *
 * @param topic where its domain reads commands
 * @param key the aggregate's key
 * @param payload the command itself
 * @param id what it is deduplicated by
 * @param correlationId what set it in motion
 * @param traceParent W3C trace context
 * @param actor who asks for it, as the header says it
 * @param sender for whom its room is held
 * @param claim what its idempotency key stands for, if it has one
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
     * What an idempotency key stands for.
     *
     * @param id the same for all requests with the key
     * @param requestHash the same for one request, however often it is sent
     */
    public record Claim(String id, ByteBuffer requestHash) {}

    /** The command of a call, which may be a repetition of one that was sent before. */
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
