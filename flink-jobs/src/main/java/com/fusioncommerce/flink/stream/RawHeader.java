package com.fusioncommerce.flink.stream;

/**
 * A record's undecoded header.
 *
 * @param name its name
 * @param value its bytes; null if it has none
 */
@SuppressWarnings("ArrayRecordComponent")
public record RawHeader(String name, byte[] value) {}
