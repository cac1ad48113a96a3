/** What clients that send and read slowly, or not at all, take from others. */
package com.fusioncommerce.trials.bench.slowclients;
