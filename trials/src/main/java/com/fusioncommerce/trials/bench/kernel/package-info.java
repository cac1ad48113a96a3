/** How fast orders are decided, without HTTP. */
package com.fusioncommerce.trials.bench.kernel;
