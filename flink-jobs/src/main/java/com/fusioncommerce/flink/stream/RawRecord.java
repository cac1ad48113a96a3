package com.fusioncommerce.flink.stream;

import java.util.List;

/**
 * An undecoded record, so that one that cannot be read becomes a dead letter unchanged.
 *
 * @param topic the record's topic
 * @param partition of the topic
 * @param offset in the partition
 * @param key its bytes; null if it has none
 * @param value its bytes; null for a tombstone
 * @param headers in their order
 */
@SuppressWarnings("ArrayRecordComponent")
public record RawRecord(String topic, int partition, long offset, byte[] key, byte[] value, List<RawHeader> headers) {}
