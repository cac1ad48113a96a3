package com.fusioncommerce.flink.stream;

/**
 * A record that a job could not process.
 *
 * @param record unchanged
 * @param application the job's name
 * @param reason why it failed
 */
public record DeadLetter(RawRecord record, String application, String reason) {}
