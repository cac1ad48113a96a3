package com.fusioncommerce.trials.bench.micro;

import com.fusioncommerce.api.catalog.ProductJson;
import com.fusioncommerce.api.orders.OrderJson;
import com.fusioncommerce.api.web.Json;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.orders.Order;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Rendering of JSON bodies. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonMicro {
    private static final int LINES = 2;

    private final Product product = Samples.product(0);
    private final Order order = new Scene(LINES).withOrder(LINES, true).order();

    /** Renders a product. */
    @Benchmark
    public byte[] product() {
        return Json.write(ProductJson.of(product));
    }

    /** Renders an order of two lines. */
    @Benchmark
    public byte[] order() {
        return Json.write(OrderJson.of(order, true, false));
    }
}
