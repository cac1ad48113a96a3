/**
 * Analytics: converts events to the flat rows that Druid reads, each exactly once. A row's time is when its order was
 * placed. Its net fields are signed: the end of an order subtracts what its creation added.
 */
package com.fusioncommerce.flink.analytics;
