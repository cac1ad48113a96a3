package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * State of another domain that decisions may look at, kept whole on every instance. What was decided with it goes into
 * the event: a replay never looks it up again.
 *
 * @param topic the compacted topic it is read from
 * @param type what it holds
 */
public record ReferenceTable<T extends SpecificRecord>(Topic topic, Class<T> type) {
    /** The name of its store. */
    public String store() {
        return "reference." + topic.name();
    }
}
