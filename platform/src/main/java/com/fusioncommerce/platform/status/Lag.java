package com.fusioncommerce.platform.status;

/**
 * Lag of a reader.
 *
 * @param reader a consumer group or a Druid data source
 * @param state as Kafka or Druid names it
 * @param records that the reader has yet to read; null if unknown
 */
public record Lag(String reader, String state, Long records) {}
