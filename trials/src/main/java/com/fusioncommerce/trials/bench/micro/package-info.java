/**
 * Single operations under JMH: what deciding, encoding, routing and rendering cost in nanoseconds and in bytes allocated.
 */
package com.fusioncommerce.trials.bench.micro;
