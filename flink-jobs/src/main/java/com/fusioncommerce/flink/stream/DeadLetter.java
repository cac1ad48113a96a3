package com.fusioncommerce.flink.stream;

/**
 * A record that a job gave up on.
 *
 * @param record as it came
 * @param application which job
 * @param reason why
 */
public record DeadLetter(RawRecord record, String application, String reason) {}
