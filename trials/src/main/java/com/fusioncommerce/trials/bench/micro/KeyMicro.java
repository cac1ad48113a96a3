package com.fusioncommerce.trials.bench.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topics;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Keys and their partitions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KeyMicro {
    // Not final: the compiler would fold constants.
    private String id = Samples.ORDER;
    private String key = Keys.of(Samples.TENANT, Samples.ORDER);
    private byte[] bytes = key.getBytes(UTF_8);

    /** Encodes a key of tenant and id. */
    @Benchmark
    public byte[] write() {
        return Keys.of(Samples.TENANT, id).getBytes(UTF_8);
    }

    /** Parses tenant and pool from a key's bytes. */
    @Benchmark
    public int read() {
        String text = new String(bytes, UTF_8);
        return Keys.tenant(text).length() + Keys.pool(Keys.id(text)).length();
    }

    /** Validates the form of an id. */
    @Benchmark
    public boolean check() {
        return Keys.isPooledId(id);
    }

    /** Computes the partition of a key. */
    @Benchmark
    public int route() {
        return Topics.commands("orders").partitionOf(key);
    }
}
