package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Topic;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * How a domain reacts to what happened in another: a pure function from an event to commands for its own aggregates. The
 * commands' ids are derived from the event's, so that a repeated event changes nothing.
 *
 * @param name for people
 * @param source topic of the events it listens to
 * @param reaction gives the commands
 */
public record Policy(String name, Topic source, Function<SpecificRecord, List<Send>> reaction) {
    /**
     * A command for an aggregate of the policy's domain, in the tenant of the event.
     *
     * @param id the aggregate
     * @param command what it is told
     */
    public record Send(String id, SpecificRecord command) {}
}
