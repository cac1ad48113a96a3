package com.fusioncommerce.models.simulation;

import java.time.Instant;
import java.util.List;

/** One thing that a synthetic shopper does. */
public sealed interface ShopperAction {
    /** When it is done. */
    Instant at();

    /** Who does it, guest or not; fits {@link com.fusioncommerce.schemas.Keys#isId}. */
    String customerId();

    /**
     * Looks at a product.
     *
     * @param at when
     * @param customerId who
     * @param sku the product
     */
    record Browse(Instant at, String customerId, String sku) implements ShopperAction {}

    /**
     * Places an order.
     *
     * @param at when
     * @param customerId who
     * @param reference names the order within the simulation: a later {@link CancelOrder} speaks of it
     * @param country where it goes, ISO 3166 alpha-2
     * @param billingCountry country of the means of payment
     * @param channel {@code web} or {@code mobile}
     * @param lines what is ordered, at least one line; no SKU twice
     * @param guest whether it is placed without an account, so that the shop is not told who
     * @param label the truth about it, which no scorer is told
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

        /** Whether it is fraud. */
        public boolean fraudulent() {
            return label != Label.HONEST;
        }
    }

    /**
     * Cancels an order placed before.
     *
     * @param at when
     * @param customerId who
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

    /** The truth about an order: honest or fraud. */
    enum Label {
        /** A purchase. */
        HONEST,
        /** A new account tries stolen cards with a burst of small orders. */
        CARD_TESTING,
        /** A new account orders expensive goods to sell them on. */
        RESALE,
        /** Somebody else orders on a customer's account. */
        TAKEOVER,
        /** Fraud that takes care to look like everybody else. */
        STEALTH
    }
}
