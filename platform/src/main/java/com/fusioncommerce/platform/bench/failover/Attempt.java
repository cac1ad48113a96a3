package com.fusioncommerce.platform.bench.failover;

/**
 * One request, sent once.
 *
 * @param kind what it was
 * @param started when it was sent, nanoseconds of this JVM
 * @param ended when it was answered or given up, nanoseconds of this JVM
 * @param failure why it failed; null if it was answered as it should
 */
record Attempt(Kind kind, long started, long ended, String failure) {
    /** What a request does. */
    enum Kind {
        /** Reads a product. */
        READ("read"),
        /** Reads an order that was just placed, with the consistency token of its placing. */
        READ_OWN("read own write"),
        /** Places an order. */
        WRITE("order");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    boolean succeeded() {
        return failure == null;
    }
}
