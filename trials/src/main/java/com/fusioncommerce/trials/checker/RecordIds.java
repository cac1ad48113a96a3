package com.fusioncommerce.trials.checker;

import java.util.HashMap;
import java.util.Map;

/**
 * Checks that no two records of the log, in any topics, have the same source and id: consumers deduplicate by these.
 */
final class RecordIds {
    private final Property property = new Property("every record has a source and id of its own");
    private final Map<String, Map<String, String>> seen = new HashMap<>();

    void see(Message message) {
        String id = message.id();
        if (id == null) {
            property.holds(false, message.key(), message.place() + " has no ce_id");
            return;
        }
        String first = seen.computeIfAbsent(String.valueOf(message.header("ce_source")), source -> new HashMap<>())
                .putIfAbsent(id, message.place());
        property.holds(
                first == null,
                message.key(),
                message.type() + " with ce_id " + id + " is at " + message.place() + " and was at " + first
                        + " before");
    }

    Verdict.Finding finding() {
        return property.finding();
    }
}
