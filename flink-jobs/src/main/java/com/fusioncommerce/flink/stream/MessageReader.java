package com.fusioncommerce.flink.stream;

import java.io.Serializable;
import java.util.List;

/**
 * Converts a message to elements of a job.
 *
 * @param <T> the job's elements
 */
@FunctionalInterface
public interface MessageReader<T> extends Serializable {
    /**
     * Reads one message.
     *
     * @return the job's elements; empty if the message has none
     * @throws IllegalArgumentException if the message is not one of the job's or is invalid: it becomes a dead letter
     */
    List<T> read(Message message);
}
