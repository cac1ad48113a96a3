package com.fusioncommerce.streams.kernel.topology;

/**
 * An encoded outcome and its reply partition.
 *
 * @param partition partition of the outcomes topic
 * @param value the encoded outcome
 */
// The record is never compared: it lives from forward to sink.
@SuppressWarnings("ArrayRecordComponent")
record Reply(int partition, byte[] value) {}
