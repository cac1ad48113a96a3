package com.fusioncommerce.streams.kernel.topology;

import org.apache.avro.specific.SpecificRecord;

/**
 * Hears what the tasks of this instance write, as they write it: shortly before its transaction is committed, and once
 * more if that is aborted and its records are processed anew. Called by stream threads, which wait for it; it does not
 * throw.
 */
public interface TaskObserver {
    /** An observer of nothing. */
    TaskObserver NONE = new TaskObserver() {
        @Override
        public void event(SpecificRecord event) {}

        @Override
        public void deadLetter(String topic, DeadLetterKind kind) {}
    };

    /** Why a message lies in dead letters. */
    enum DeadLetterKind {
        /** Its key or headers are not what they have to be. */
        MALFORMED,
        /** Its bytes are no record that can be read. */
        UNREADABLE,
        /** A decider or policy threw at it, or what came of it does not fit its schema. */
        FAILED
    }

    /** An event of one of the domains here. */
    void event(SpecificRecord event);

    /**
     * A message, or a deadline, that goes to dead letters.
     *
     * @param topic the topic that it came from
     */
    void deadLetter(String topic, DeadLetterKind kind);
}
