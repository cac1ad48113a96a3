/**
 * Stock by SKU and pool, and what orders hold of it. Invariant: 0 &le; reserved &le; on hand, so nothing is oversold; an
 * order's lines in a pool are reserved all or none, once. Events: {@code inventory.set}, {@code inventory.adjusted},
 * {@code inventory.reserved}, {@code inventory.insufficient}, {@code inventory.released}.
 */
package com.fusioncommerce.streams.inventory;
