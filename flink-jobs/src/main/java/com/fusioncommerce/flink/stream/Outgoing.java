package com.fusioncommerce.flink.stream;

import java.io.Serializable;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Converts an element of a stream to a record of a topic.
 *
 * @param <T> the element
 */
public interface Outgoing<T> extends Serializable {
    /** The record's key, {@code tenant/id}. */
    String key(T element);

    /** The record's value. */
    SpecificRecord value(T element);

    /** The record's headers; none unless an implementation says otherwise. */
    default Map<String, String> headers(T element) {
        return Map.of();
    }
}
