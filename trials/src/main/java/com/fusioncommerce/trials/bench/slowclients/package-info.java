/** The benchmark of clients that send and read slowly, or not at all, and their effect on others. */
package com.fusioncommerce.trials.bench.slowclients;
