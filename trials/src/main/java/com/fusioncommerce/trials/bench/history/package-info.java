/** The benchmark of orders' histories: how long reading one takes, and whether one tenant's reading holds up another. */
package com.fusioncommerce.trials.bench.history;
