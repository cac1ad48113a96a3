/** The benchmark of overload: accepted orders are decided, others are refused at once. */
package com.fusioncommerce.trials.bench.overload;
