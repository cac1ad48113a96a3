package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Topic;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/**
 * How a domain reacts to what happened in another: a pure function from an event to commands for its own aggregates.
 *
 * <p>What holds when an event comes again: events of the policy's own group never do, since they are reacted to in the
 * transaction that makes them. An event of another group or job is known by its CloudEvents source and id for as long as
 * outcomes are kept ({@code KernelConfig}: a day); until then it is passed over. A command for another partition has an
 * id derived from the event's and is carried out once in that same time. After it, and where a source gives a repeated
 * event another id, only the decider can know: one that is told a fact it knows already decides that nothing is new.
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
