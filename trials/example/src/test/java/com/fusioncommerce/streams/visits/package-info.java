/**
 * The example domain: visits of customers to a showroom. Invariants: an id is booked once; from 1 to 20 people come; a
 * visit that was called off stays so. A visit belongs to its customer. Events: {@code visit.booked}, {@code
 * visit.changed}, {@code visit.called_off}.
 */
package com.fusioncommerce.streams.visits;
