package com.fusioncommerce.models.simulation;

/**
 * A product that shoppers can order.
 *
 * @param sku the product's id
 * @param name display name
 * @param unitPrice price in 1/10,000 of the currency's major unit, at least 0
 * @param currency ISO 4217
 * @param soldOut whether the product is out of stock, so that orders of it are refused
 */
public record SimulatedProduct(String sku, String name, long unitPrice, String currency, boolean soldOut) {
    /** Validates that the price is not negative. */
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
