/**
 * Analytics: events into the flat rows that Druid reads, each exactly once. Every row lies at the time when its order was
 * placed, and carries signed net fields: what an order adds when it comes to be is taken away where it ends.
 */
package com.fusioncommerce.flink.analytics;
