package com.fusioncommerce.flink.stream;

import com.fusioncommerce.schemas.Keys;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record that could be read. Lives only while a job makes something of it: it is not a type that Flink moves about.
 *
 * @param key {@code tenant/id}
 * @param headers by name, the last where a name comes twice
 * @param value what it says
 */
public record Message(String key, Map<String, String> headers, SpecificRecord value) {
    /** Whose it is. */
    public String tenant() {
        return Keys.tenant(key);
    }
}
