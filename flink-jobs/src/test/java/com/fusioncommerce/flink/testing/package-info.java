/** What tests of jobs share: events as raw records, bounded sources of them, sinks that collect. */
package com.fusioncommerce.flink.testing;
