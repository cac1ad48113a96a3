package com.fusioncommerce.trials.bench.micro;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.inventory.ReserveStock;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.streams.kernel.Decision;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Decide and evolve of stock. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StockMicro {
    /** Number of lines of the order. */
    @Param({"2", "20"})
    public int lines;

    private final SetStock set = new SetStock(Samples.POOL, Samples.sku(0), 500L);
    private final String stockId = Keys.pooledId(Samples.POOL, Samples.sku(0));
    private ReserveStock reserve;
    private Scene scene;

    /** Adds stock to the pool. */
    @Setup
    public void prepare() {
        reserve = Samples.reserveStock(lines);
        scene = new Scene(lines).frozen();
    }

    /** Reserves all lines of an order. */
    @Benchmark
    public Decision reserve() {
        return scene.decideAndEvolve(scene.inventory, Samples.ORDER, reserve);
    }

    /** Sets the stock of one SKU. */
    @Benchmark
    public Decision set() {
        return scene.decideAndEvolve(scene.inventory, stockId, set);
    }
}
