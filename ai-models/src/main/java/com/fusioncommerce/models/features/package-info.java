/**
 * The fraud model's features, defined once: the running job and the training program call the same functions, on live
 * orders and on history. Pure functions; the time is a field of the order.
 */
package com.fusioncommerce.models.features;
