package com.fusioncommerce.trials.bench.failover;

/**
 * One request, sent once.
 *
 * @param kind of the request
 * @param started when it was sent, nanoseconds of this JVM
 * @param ended when it was answered or given up, nanoseconds of this JVM
 * @param failure the reason; null if it succeeded
 */
record Attempt(Kind kind, long started, long ended, String failure) {
    boolean succeeded() {
        return failure == null;
    }
}
