package com.fusioncommerce.models.simulation;

import java.time.Instant;
import java.util.List;

/** An action of a synthetic shopper. */
public sealed interface ShopperAction {
    /** The time of the action. */
    Instant at();

    /** The shopper, guest or not; a valid id by {@link com.fusioncommerce.schemas.Keys#isId}. */
    String customerId();

    /**
     * Views a product.
     *
     * @param at time of the action
     * @param customerId the shopper
     * @param sku the product
     */
    record Browse(Instant at, String customerId, String sku) implements ShopperAction {}

    /**
     * Places an order.
     *
     * @param at time of the action
     * @param customerId the shopper
     * @param reference the order's name within the simulation, for a later {@link CancelOrder}
     * @param country country of delivery, ISO 3166 alpha-2
     * @param billingCountry country of the means of payment
     * @param channel {@code web} or {@code mobile}
     * @param lines the ordered lines, at least one; no SKU twice
     * @param guest whether the order is placed without an account, so that the shop does not see the shopper
     * @param label the true label, which scorers do not see
     */
    record PlaceOrder(
            Instant at,
            String customerId,
            String reference,
            String country,
            String billingCountry,
            String channel,
            List<Line> lines,
            boolean guest,
            Label label)
            implements ShopperAction {
        /** Copies the lines. */
        public PlaceOrder {
            lines = List.copyOf(lines);
        }

        /** Whether the order is fraud. */
        public boolean fraudulent() {
            return label != Label.HONEST;
        }
    }

    /**
     * Cancels an order placed before.
     *
     * @param at time of the action
     * @param customerId the shopper
     * @param reference the {@link PlaceOrder#reference()} of the order
     */
    record CancelOrder(Instant at, String customerId, String reference) implements ShopperAction {}

    /**
     * A line of an order.
     *
     * @param sku the product
     * @param quantity units, at least 1
     */
    record Line(String sku, long quantity) {}

    /** The true label of an order: honest or fraud. */
    enum Label {
        /** An honest purchase. */
        HONEST,
        /** Card testing: a new account tries stolen cards with a burst of small orders. */
        CARD_TESTING,
        /** Resale: a new account orders expensive goods to sell them on. */
        RESALE,
        /** Account takeover: somebody else orders on a customer's account. */
        TAKEOVER,
        /** Stealth: fraud that imitates honest shoppers. */
        STEALTH
    }
}
