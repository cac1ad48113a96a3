package com.fusioncommerce.trials.bench.connections;

/**
 * An order-independent tally of ids: two tallies agree if both counted the same ids once each. Not safe for threads.
 */
final class Tally {
    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    private long count;
    private long sum;

    void add(String id) {
        long hash = BASIS;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * PRIME;
        }
        count++;
        sum += hash;
    }

    long count() {
        return count;
    }

    /** Whether both tallies counted the same ids. */
    boolean agreesWith(Tally other) {
        return count == other.count && sum == other.sum;
    }
}
