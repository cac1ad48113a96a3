package com.fusioncommerce.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One memory limit for all RocksDB stores of the process: blocks, indexes, filters and write buffers. */
public final class StoreMemory implements RocksDBConfigSetter {
    /** Configuration key of the limit in bytes. */
    static final String BYTES = "fusion.store.memory.bytes";

    private static final double WRITE_SHARE = 0.4;
    private static final double INDEX_SHARE = 0.1;
    private static final long WRITE_BUFFER = 16L << 20;
    /**
     * Level-0 files before a compaction: states are mostly read from memory, so more files cost few reads and save
     * compactions.
     */
    private static final int FILES_BEFORE_MERGE = 10;

    private static final int BLOCK = 8 << 10;
    private static final double BLOOM_BITS = 10;

    private static Cache cache;
    private static WriteBufferManager buffers;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        share(Long.parseLong(configs.getOrDefault(BYTES, 128L << 20).toString()));
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(cache);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        table.setFilterPolicy(new BloomFilter(BLOOM_BITS));
        table.setBlockSize(BLOCK);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(buffers);
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setMaxWriteBufferNumber(3);
        options.setLevel0FileNumCompactionTrigger(FILES_BEFORE_MERGE);
    }

    private static synchronized void share(long bytes) {
        if (cache == null) {
            RocksDB.loadLibrary();
            cache = new LRUCache(bytes, -1, false, INDEX_SHARE);
            buffers = new WriteBufferManager((long) (bytes * WRITE_SHARE), cache);
        }
    }

    /** Closes nothing: cache and write buffers are the process's and outlive each store. */
    @Override
    public void close(String storeName, Options options) {}
}
