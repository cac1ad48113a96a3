package com.fusioncommerce.platform.chaos.checker;

import java.util.HashMap;
import java.util.Map;

/** No id twice in a topic. */
final class EventIds {
    private final Property property = new Property("no event is in the log twice");
    private final Map<String, Map<String, String>> seen = new HashMap<>();

    void see(Message event) {
        String id = event.id();
        if (id == null) {
            property.holds(false, event.key(), event.place() + " has no ce_id");
            return;
        }
        String first = seen.computeIfAbsent(event.record().topic(), topic -> new HashMap<>())
                .putIfAbsent(
                        id, event.record().partition() + "@" + event.record().offset());
        property.holds(
                first == null,
                event.key(),
                event.type() + " with ce_id " + id + " is at " + event.place() + " and was at " + first + " before");
    }

    Verdict.Finding finding() {
        return property.finding();
    }
}
