package com.fusioncommerce.api.operations;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of the API, under which its document lists operations.
 *
 * @param name one word
 * @param description what the part is about, a sentence
 */
public record Tag(String name, String description) {
    /** What whoever runs the platform asks and does, and what clients are made from. */
    public static final Tag OPERATIONS = new Tag("operations", "Health, metrics, dead letters and this document.");

    /** As the document has it. */
    public Map<String, String> json() {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("description", description);
        return json;
    }
}
