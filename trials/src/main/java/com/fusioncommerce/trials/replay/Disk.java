package com.fusioncommerce.trials.replay;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/**
 * Sorted key-value tables on disk (RocksDB), so that a replay's memory does not grow with its data. Written without a
 * write-ahead log: an interrupted replay starts again.
 */
final class Disk implements AutoCloseable {
    private static final long WRITE_BUFFER = 32L << 20;
    private static final int PREFIX = 4;

    static {
        // The native library is loaded before any RocksDB object is created.
        RocksDB.loadLibrary();
    }

    private final Options options;
    private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
    private final RocksDB db;

    Disk(Path directory) {
        options = new Options().setCreateIfMissing(true).setWriteBufferSize(WRITE_BUFFER);
        try {
            db = RocksDB.open(options, directory.toString());
        } catch (RocksDBException e) {
            options.close();
            unlogged.close();
            throw failed("open " + directory, e);
        }
    }

    void put(int table, byte[] key, byte[] value) {
        try {
            db.put(unlogged, prefixed(table, key), value);
        } catch (RocksDBException e) {
            throw failed("write", e);
        }
    }

    void delete(int table, byte[] key) {
        try {
            db.delete(unlogged, prefixed(table, key));
        } catch (RocksDBException e) {
            throw failed("write", e);
        }
    }

    /** The value of a key, or null. */
    byte[] get(int table, byte[] key) {
        try {
            return db.get(prefixed(table, key));
        } catch (RocksDBException e) {
            throw failed("read", e);
        }
    }

    /** A cursor at the first row of a table, in the order of keys. */
    Rows rows(int table) {
        return new Rows(db.newIterator(), prefixed(table, new byte[0]));
    }

    @Override
    public void close() {
        db.close();
        unlogged.close();
        options.close();
    }

    private static byte[] prefixed(int table, byte[] key) {
        return ByteBuffer.allocate(PREFIX + key.length).putInt(table).put(key).array();
    }

    private static IllegalStateException failed(String what, RocksDBException e) {
        return new IllegalStateException("cannot " + what + ": " + e.getMessage() + "; is the disk full?", e);
    }

    /** A cursor over the rows of a table. */
    static final class Rows implements AutoCloseable {
        private final RocksIterator iterator;
        private final byte[] prefix;

        private Rows(RocksIterator iterator, byte[] prefix) {
            this.iterator = iterator;
            this.prefix = prefix;
            iterator.seek(prefix);
        }

        /** The row's key, or null after the last row. */
        byte[] key() {
            if (!iterator.isValid()) {
                return null;
            }
            byte[] key = iterator.key();
            boolean here = Arrays.equals(key, 0, PREFIX, prefix, 0, PREFIX);
            return here ? Arrays.copyOfRange(key, PREFIX, key.length) : null;
        }

        byte[] value() {
            return iterator.value();
        }

        void next() {
            iterator.next();
        }

        @Override
        public void close() {
            iterator.close();
        }
    }
}
