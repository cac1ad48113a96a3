package com.fusioncommerce.api.operations;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A tag, which groups operations in OpenAPI.
 *
 * @param name one word
 * @param description a sentence about the group
 */
public record Tag(String name, String description) {
    /** Operations for whoever runs the platform or generates clients. */
    public static final Tag OPERATIONS = new Tag("operations", "Health, metrics, dead letters and this document.");

    /** The tag's object in OpenAPI. */
    public Map<String, String> json() {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("description", description);
        return json;
    }
}
