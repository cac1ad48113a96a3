/**
 * Building blocks of domains, as pure values and functions: no Kafka, no clock, no randomness. Only {@link
 * com.fusioncommerce.streams.kernel.topology} knows how they run on Kafka Streams.
 */
package com.fusioncommerce.streams.kernel;
