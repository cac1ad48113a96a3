/**
 * What a domain is made of, as pure values and functions: no Kafka, no clock, no randomness. How these run on Kafka
 * Streams is known in one place, {@link com.fusioncommerce.streams.kernel.topology}.
 */
package com.fusioncommerce.streams.kernel;
