package com.fusioncommerce.trials.bench.micro;

import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.schemas.orders.RecordFraudScore;
import com.fusioncommerce.schemas.orders.RecordReservation;
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

/** Decide and evolve of orders. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OrderMicro {
    /** Number of lines of the order. */
    @Param({"2", "20"})
    public int lines;

    private final RecordReservation reserved = Samples.reserved();
    private final RecordFraudScore score = new RecordFraudScore(Samples.ORDER, 0.03, "fraud", "1");
    private PlaceOrder place;
    private Scene empty;
    private Scene placed;
    private Scene waiting;

    /** Creates the states before the commands. */
    @Setup
    public void prepare() {
        place = Samples.placeOrder(lines);
        empty = new Scene(lines).frozen();
        placed = new Scene(lines).withOrder(lines, false).frozen();
        waiting = new Scene(lines).withOrder(lines, true).frozen();
    }

    /** Validates and prices an order. */
    @Benchmark
    public Decision place() {
        return empty.decideAndEvolve(empty.orders, Samples.ORDER, place);
    }

    /** Records that the order's pool has reserved its units. */
    @Benchmark
    public Decision recordReservation() {
        return placed.decideAndEvolve(placed.orders, Samples.ORDER, reserved);
    }

    /** Confirms an order for its fraud score. */
    @Benchmark
    public Decision recordScore() {
        return waiting.decideAndEvolve(waiting.orders, Samples.ORDER, score);
    }
}
