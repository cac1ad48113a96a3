package com.fusioncommerce.streams.kernel.topology;

import org.apache.avro.specific.SpecificRecord;

/**
 * Observer of what this instance's tasks write. It is called shortly before the transaction is committed, and again if
 * that is aborted and its records are processed anew. Stream threads call it and wait for it; it does not throw.
 */
public interface TaskObserver {
    /** An observer that does nothing. */
    TaskObserver NONE = new TaskObserver() {
        @Override
        public void event(SpecificRecord event) {}

        @Override
        public void deadLetter(String topic, DeadLetterKind kind) {}
    };

    /** Why a message became a dead letter. */
    enum DeadLetterKind {
        /** Its key or headers are malformed. */
        MALFORMED,
        /** Its value cannot be decoded. */
        UNREADABLE,
        /** A decider or policy threw, or a resulting record does not fit its schema. */
        FAILED
    }

    /** Called with each event of the group's domains. */
    void event(SpecificRecord event);

    /**
     * Called for each message or deadline that becomes a dead letter.
     *
     * @param topic its original topic
     */
    void deadLetter(String topic, DeadLetterKind kind);
}
