/** The benchmark of slow clients: how clients that send and read slowly, or not at all, affect others. */
package com.fusioncommerce.trials.bench.slowclients;
