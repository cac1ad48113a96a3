package com.fusioncommerce.models.simulation;

/**
 * A product that shoppers can order.
 *
 * @param sku its id
 * @param name what people call it
 * @param unitPrice in 1/10,000 of the currency's major unit, at least 0
 * @param currency ISO 4217
 */
public record SimulatedProduct(String sku, String name, long unitPrice, String currency) {
    /** Refuses a negative price. */
    public SimulatedProduct {
        if (unitPrice < 0) {
            throw new IllegalArgumentException("negative price of " + sku + ": " + unitPrice);
        }
    }
}
