package com.fusioncommerce.flink.stream;

/**
 * A record that a job could not process.
 *
 * @param record the unchanged record
 * @param application the job's name
 * @param reason why it could not be processed
 */
public record DeadLetter(RawRecord record, String application, String reason) {}
