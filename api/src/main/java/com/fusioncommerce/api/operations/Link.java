package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.queries.Reads;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An OpenAPI link from an answer to a next operation.
 *
 * @param name the link's name
 * @param operation id of the target operation
 * @param parameters the target's parameters, each with the expression of its value
 */
public record Link(String name, String operation, Map<String, String> parameters) {
    /** A link without parameters. */
    public static Link to(String name, String operation) {
        return new Link(name, operation, Map.of());
    }

    /** This link with a parameter of the same name as the answer's field. */
    public Link by(String field) {
        return by(field, "$response.body#/" + field);
    }

    /** This link with a parameter and the expression of its value. */
    public Link by(String parameter, String expression) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, expression);
        return new Link(name, operation, more);
    }

    /** This link with the consistency token: the next operation sees this one's effect. */
    public Link seeing() {
        return by(Reads.CONSISTENCY_TOKEN, "$response.header." + Reads.CONSISTENCY_TOKEN);
    }
}
