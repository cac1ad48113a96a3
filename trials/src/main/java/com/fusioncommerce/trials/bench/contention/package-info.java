/** The benchmark of contention: with more buyers than stock nothing is oversold, and every order is decided. */
package com.fusioncommerce.trials.bench.contention;
