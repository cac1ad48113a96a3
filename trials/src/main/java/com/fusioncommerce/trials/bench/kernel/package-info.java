/** The benchmark of the kernel: decided orders a second, without HTTP. */
package com.fusioncommerce.trials.bench.kernel;
