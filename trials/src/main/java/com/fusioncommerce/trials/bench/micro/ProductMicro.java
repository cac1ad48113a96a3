package com.fusioncommerce.trials.bench.micro;

import com.fusioncommerce.schemas.catalog.ChangePrice;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.streams.kernel.Decision;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Decide and evolve of products. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProductMicro {
    private final CreateProduct create = Samples.createProduct();
    private final ChangePrice change = new ChangePrice(Samples.sku(0), 199_000L, Samples.CURRENCY);
    private final Scene empty = new Scene(0).frozen();
    private final Scene filled = new Scene(0).withProduct().frozen();

    /** Adds a product. */
    @Benchmark
    public Decision create() {
        return empty.decideAndEvolve(empty.catalog, Samples.sku(0), create);
    }

    /** Reprices a product. */
    @Benchmark
    public Decision changePrice() {
        return filled.decideAndEvolve(filled.catalog, Samples.sku(0), change);
    }
}
