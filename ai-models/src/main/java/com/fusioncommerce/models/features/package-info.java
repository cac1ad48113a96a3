/**
 * What the fraud model looks at, defined once: the running job and the training program call the same functions, on live
 * orders and on history. Pure; time comes in with the order.
 */
package com.fusioncommerce.models.features;
