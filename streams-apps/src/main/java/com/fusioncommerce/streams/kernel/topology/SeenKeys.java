package com.fusioncommerce.streams.kernel.topology;

/**
 * Bloom filter of keys, of a fixed size. With too many keys it has more false positives; it never has a false negative.
 * Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1145/1400214.1400217">Kirsch, Mitzenmacher: Less hashing, same performance</a>
 */
final class SeenKeys {
    private static final int HASHES = 4;
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    private final int bits;
    /** Allocated with the first key: many stores never have one. */
    private long[] words;

    /** An empty filter; {@code bits} is a power of two, at least 64. About 10 bits a key give 1 % false positives. */
    SeenKeys(int bits) {
        this.bits = bits;
    }

    void add(String key) {
        if (words == null) {
            words = new long[bits / Long.SIZE];
        }
        long hash = hash(key);
        for (int n = 0; n < HASHES; n++) {
            int bit = bit(hash, n);
            words[bit / Long.SIZE] |= 1L << bit;
        }
    }

    /** False only where the key was never added. */
    boolean mayHave(String key) {
        if (words == null) {
            return false;
        }
        long hash = hash(key);
        for (int n = 0; n < HASHES; n++) {
            int bit = bit(hash, n);
            if ((words[bit / Long.SIZE] & (1L << bit)) == 0) {
                return false;
            }
        }
        return true;
    }

    private int bit(long hash, int n) {
        int combined = (int) hash + n * (int) (hash >>> Integer.SIZE);
        return combined & (bits - 1);
    }

    private static long hash(String key) {
        long hash = key.length();
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
