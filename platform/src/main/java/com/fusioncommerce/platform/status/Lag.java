package com.fusioncommerce.platform.status;

/**
 * How far a reader is behind.
 *
 * @param reader a consumer group or a Druid data source
 * @param state in the words of whoever runs it
 * @param records that it has yet to read; null if unknown
 */
public record Lag(String reader, String state, Long records) {}
