/** More buyers than there is stock: nothing is oversold, and everyone is told. */
package com.fusioncommerce.trials.bench.contention;
