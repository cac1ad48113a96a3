/** The commerce application: composes the domains and runs them on Kafka Streams. */
package com.fusioncommerce.streams;
