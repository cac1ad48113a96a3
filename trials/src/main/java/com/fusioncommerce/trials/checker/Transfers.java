package com.fusioncommerce.trials.checker;

import java.util.Map;
import java.util.TreeMap;

/** Transfers of units between pools: each sent transfer must be received once, with the same content. */
final class Transfers {
    private final Map<String, Journey> journeys = new TreeMap<>();

    /** The sent or received side of a transfer. */
    private record End(String sku, long quantity, String from, String to, String place, long at) {
        boolean agreesWith(End other) {
            return sku.equals(other.sku)
                    && quantity == other.quantity
                    && from.equals(other.from)
                    && to.equals(other.to);
        }

        @Override
        public String toString() {
            return quantity + " of " + sku + " from " + from + " to " + to + " at " + place;
        }
    }

    private static final class Journey {
        private End sent;
        private End received;
        private int sendings;
        private int arrivals;
    }

    void sent(Message event) {
        Journey journey = journey(event);
        journey.sendings++;
        journey.sent = end(event, event.text("pool"), event.text("targetPool"));
    }

    void received(Message event) {
        Journey journey = journey(event);
        journey.arrivals++;
        journey.received = end(event, event.text("sourcePool"), event.text("pool"));
    }

    private Journey journey(Message event) {
        return journeys.computeIfAbsent(event.tenant() + "/" + event.text("transferId"), id -> new Journey());
    }

    private static End end(Message event, String from, String to) {
        return new End(event.text("sku"), event.number("quantity"), from, to, event.place(), event.time());
    }

    Verdict.Finding arriveOnce(Moment moment) {
        Property property = new Property("every transfer arrives once, as it was sent");
        journeys.forEach((id, journey) -> one(id, journey, property, moment));
        return property.finding();
    }

    private static void one(String id, Journey journey, Property property, Moment moment) {
        property.examined();
        if (journey.sendings > 1 || journey.arrivals > 1) {
            property.gap(id, "was sent " + journey.sendings + " times and received " + journey.arrivals + " times");
        } else if (journey.sent == null) {
            if (moment.settled(journey.received.at())) {
                property.gap(id, "was received without having been sent: " + journey.received);
            }
        } else if (journey.received == null) {
            if (moment.settled(journey.sent.at())) {
                property.gap(id, "was sent and never received: " + journey.sent);
            }
        } else if (!journey.sent.agreesWith(journey.received)) {
            property.gap(id, "was sent as " + journey.sent + ", received as " + journey.received);
        }
    }
}
