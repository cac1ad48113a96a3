package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.queries.Reads;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a client may do next with an answer, as the document tells it.
 *
 * @param name of the link
 * @param operation that it leads to
 * @param parameters of that operation, each with the expression that finds its value
 */
public record Link(String name, String operation, Map<String, String> parameters) {
    /** A link without parameters yet. */
    public static Link to(String name, String operation) {
        return new Link(name, operation, Map.of());
    }

    /** The same with a parameter that has the name of the answer's field. */
    public Link by(String field) {
        return by(field, "$response.body#/" + field);
    }

    /** The same with a parameter and the expression that finds its value. */
    public Link by(String parameter, String expression) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, expression);
        return new Link(name, operation, more);
    }

    /** The same with the consistency token: the next operation sees what this one did. */
    public Link seeing() {
        return by(Reads.CONSISTENCY_TOKEN, "$response.header." + Reads.CONSISTENCY_TOKEN);
    }
}
