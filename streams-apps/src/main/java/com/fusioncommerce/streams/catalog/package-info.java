/**
 * Products and their list prices. Invariants: a SKU is created once; a price is never negative; a product keeps its
 * currency's form. Events: {@code product.created}, {@code product.price_changed}. Current products are published to a
 * compacted topic for domains that price.
 */
package com.fusioncommerce.streams.catalog;
