package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * Global table of another domain's states for decisions, complete on every instance. Events contain the values that
 * were used, so a replay does not read the table.
 *
 * @param topic the compacted topic of its rows
 * @param type the rows' record type
 */
public record ReferenceTable<T extends SpecificRecord>(Topic topic, Class<T> type) {
    /** The name of the table's store. */
    public String store() {
        return "reference." + topic.name();
    }
}
