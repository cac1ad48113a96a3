/** The commerce application: the domains, composed, running on Kafka Streams. */
package com.fusioncommerce.streams;
