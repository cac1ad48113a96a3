/** A shop under load, its orders, and a ledger of its events. */
package com.fusioncommerce.trials.bench.shop;
