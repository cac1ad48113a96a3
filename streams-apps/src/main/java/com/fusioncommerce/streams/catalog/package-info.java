/**
 * Products and their list prices. Invariants: a SKU is created once; a price is never negative; a product keeps its
 * currency's form. Events: {@code product.created}, {@code product.price_changed}. Products as they stand are published
 * for whoever prices.
 */
package com.fusioncommerce.streams.catalog;
