/** A shop to put under load, the orders that are placed in it, and the record of what became of them. */
package com.fusioncommerce.trials.bench.shop;
