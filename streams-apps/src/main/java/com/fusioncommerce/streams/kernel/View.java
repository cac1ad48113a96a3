package com.fusioncommerce.streams.kernel;

import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * An index of aggregates by other values than their key.
 *
 * @param name the store's name
 * @param event type of event that adds entries
 * @param entries gives the keys, without the tenant, that an event adds; each ends in {@code /} and the aggregate's id
 */
public record View<E extends SpecificRecord>(String name, Class<E> event, Function<E, List<String>> entries) {
    /** The keys that an event adds. */
    public List<String> entriesOf(SpecificRecord happened) {
        return event.isInstance(happened) ? entries.apply(event.cast(happened)) : List.of();
    }
}
