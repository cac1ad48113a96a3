package com.fusioncommerce.flink.stream;

import com.fusioncommerce.schemas.Keys;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * A decoded record. It exists only while a job's reader converts it: Flink never serialises it.
 *
 * @param key {@code tenant/id}
 * @param headers by name, the last where a name comes twice
 * @param value the decoded value
 */
public record Message(String key, Map<String, String> headers, SpecificRecord value) {
    /** The tenant in the key. */
    public String tenant() {
        return Keys.tenant(key);
    }
}
