/**
 * JMH benchmarks of single operations: nanoseconds and allocated bytes of deciding, encoding, routing and rendering.
 */
package com.fusioncommerce.trials.bench.micro;
