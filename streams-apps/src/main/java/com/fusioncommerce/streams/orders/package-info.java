/**
 * Orders, from placing to confirmation. Invariants: an order is priced once, when it is placed; it ends in exactly one
 * of refused, rejected, cancelled or expired, or lives on confirmed; its reserved units are released when it ends.
 * Events: {@code order.created}, {@code order.pool_reserved}, {@code order.reserved}, {@code order.assessed}, {@code
 * order.confirmed}, {@code order.refused}, {@code order.rejected}, {@code order.cancelled}, {@code order.expired}.
 */
package com.fusioncommerce.streams.orders;
