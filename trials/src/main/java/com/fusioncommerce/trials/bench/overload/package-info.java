/** More than can be done: what is accepted is done, the rest is told so at once. */
package com.fusioncommerce.trials.bench.overload;
