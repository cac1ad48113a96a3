package com.fusioncommerce.models.simulation;

/**
 * A product that shoppers can order.
 *
 * @param sku its id
 * @param name what people call it
 * @param unitPrice in 1/10,000 of the currency's major unit, at least 0
 * @param currency ISO 4217
 * @param soldOut whether there is none in stock, so that whoever orders it is refused
 */
public record SimulatedProduct(String sku, String name, long unitPrice, String currency, boolean soldOut) {
    /** Refuses a negative price. */
    public SimulatedProduct {
        if (unitPrice < 0) {
            throw new IllegalArgumentException("negative price of " + sku + ": " + unitPrice);
        }
    }

    /** A product that is in stock. */
    public SimulatedProduct(String sku, String name, long unitPrice, String currency) {
        this(sku, name, unitPrice, currency, false);
    }
}
