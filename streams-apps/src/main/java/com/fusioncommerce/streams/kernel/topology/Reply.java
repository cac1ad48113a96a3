package com.fusioncommerce.streams.kernel.topology;

/**
 * An encoded outcome and the partition that its reader waits at.
 *
 * @param partition of the outcomes topic
 * @param value the encoded outcome
 */
// Never compared: it lives from forward to sink.
@SuppressWarnings("ArrayRecordComponent")
record Reply(int partition, byte[] value) {}
