package com.fusioncommerce.flink.stream;

import java.io.Serializable;
import java.util.List;

/**
 * What a job makes of a message.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface MessageReader<T> extends Serializable {
    /**
     * Reads one message.
     *
     * @return what there is in it for the job; empty if nothing
     * @throws IllegalArgumentException if it does not belong here or makes no sense: it becomes a dead letter
     */
    List<T> read(Message message);
}
