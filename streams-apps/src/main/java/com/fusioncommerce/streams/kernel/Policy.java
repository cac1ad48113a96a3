package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Topic;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/**
 * How a domain reacts to what happened in another: a pure function from an event to commands for its own aggregates. The
 * commands' ids are derived from the event's, so that a repeated event changes nothing.
 *
 * @param name part of the ids of its commands, unique in its group
 * @param source topic of the events it listens to
 * @param reaction gives the commands
 */
public record Policy(String name, Topic source, Function<SpecificRecord, List<Send>> reaction) {
    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]*[a-z-])?");

    /** @throws IllegalArgumentException if the name could not be told from the number that ids put after it */
    public Policy {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a policy's name ends in no digit and has no dot: " + name);
        }
    }

    /**
     * A command for an aggregate of the policy's domain, in the tenant of the event.
     *
     * @param id the aggregate
     * @param command what it is told
     */
    public record Send(String id, SpecificRecord command) {}
}
