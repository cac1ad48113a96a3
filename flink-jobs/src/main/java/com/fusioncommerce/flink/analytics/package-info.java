/** Analytics: events into the flat rows that Druid reads, each exactly once. */
package com.fusioncommerce.flink.analytics;
