package com.fusioncommerce.trials.bench.failover;

/**
 * One request, sent once.
 *
 * @param kind what it was
 * @param started when it was sent, nanoseconds of this JVM
 * @param ended when it was answered or given up, nanoseconds of this JVM
 * @param failure why it failed; null if it was answered as it should
 */
record Attempt(Kind kind, long started, long ended, String failure) {
    boolean succeeded() {
        return failure == null;
    }
}
