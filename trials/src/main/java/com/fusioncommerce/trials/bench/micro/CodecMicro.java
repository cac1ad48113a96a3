package com.fusioncommerce.trials.bench.micro;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Encoding and decoding of Avro in Confluent wire format. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecMicro {
    private static final int LINES = 2;

    /** The message; orders have two lines. */
    @Param
    public Message message;

    private final AvroCodec codec = new AvroCodec(SchemaRegistry.inProcess());
    private SpecificRecord value;
    private byte[] bytes;

    /** Kinds of messages. */
    public enum Message {
        /** A command. */
        PLACE_ORDER,
        /** An order's state. */
        ORDER,
        /** A SKU's stock state. */
        STOCK,
        /** A product's state. */
        PRODUCT
    }

    /** Creates the message and its encoded bytes. */
    @Setup
    public void prepare() {
        value = switch (message) {
            case PLACE_ORDER -> Samples.placeOrder(LINES);
            case ORDER -> new Scene(LINES).withOrder(LINES, true).order();
            case STOCK -> new Scene(LINES).stock();
            case PRODUCT -> Samples.product(0);
        };
        bytes = encode();
    }

    /** Encodes. */
    @Benchmark
    public byte[] encode() {
        String topic =
                message == Message.PLACE_ORDER ? Topics.commands("orders").name() : Topic.STORES;
        return codec.encode(topic, value);
    }

    /** Decodes. */
    @Benchmark
    public SpecificRecord decode() {
        return codec.decode(bytes);
    }
}
