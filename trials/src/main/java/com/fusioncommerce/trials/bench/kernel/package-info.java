/** The benchmark of orders decided a second without HTTP. */
package com.fusioncommerce.trials.bench.kernel;
