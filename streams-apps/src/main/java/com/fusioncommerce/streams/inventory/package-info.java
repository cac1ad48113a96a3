/**
 * Stock by SKU and pool, its reservations by orders, and its transfers between pools. Invariants: 0 &le; reserved &le;
 * on hand, so nothing is oversold; an order's lines in a pool are reserved all or none, once; a transfer takes
 * unreserved units only, and units that left one pool arrive once in the other. Events: {@code inventory.set}, {@code
 * inventory.adjusted}, {@code inventory.reserved}, {@code inventory.insufficient}, {@code inventory.released}, {@code
 * inventory.transfer_sent}, {@code inventory.transfer_received}, {@code inventory.orders_spread}.
 */
package com.fusioncommerce.streams.inventory;
