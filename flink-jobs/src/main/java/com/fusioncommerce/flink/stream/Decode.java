package com.fusioncommerce.flink.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Converts raw records to a job's elements. Records that cannot be read, or do not belong to the topic, go to a side
 * output; a registry that does not answer is no fault of the record, and fails and restarts the job.
 *
 * @param <T> the job's elements
 */
public final class Decode<T> extends ProcessFunction<RawRecord, T> {
    private static final long serialVersionUID = 1L;

    /** Side output of records that could not be read. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

    private final String application;
    private final CodecFactory codecs;
    private final ArrayList<Class<? extends SpecificRecord>> types;
    private final MessageReader<T> reader;
    private final String topic;
    private transient AvroCodec codec;
    private transient Counter deadLetters;

    /**
     * A decoder for one job.
     *
     * @param application the job's name, for dead letters
     * @param topic the records' topic: record types that it does not carry become dead letters
     */
    public Decode(String application, Topic topic, CodecFactory codecs, MessageReader<T> reader) {
        this.application = application;
        this.topic = topic.name();
        this.types = new ArrayList<>(topic.values());
        this.codecs = codecs;
        this.reader = reader;
    }

    @Override
    public void open(OpenContext context) {
        codec = codecs.create();
        deadLetters =
                getRuntimeContext().getMetricGroup().addGroup("topic", topic).counter("dead_letters");
    }

    @Override
    public void processElement(RawRecord raw, Context context, Collector<T> out) {
        List<T> results;
        try {
            results = reader.read(message(raw));
        } catch (SerializationException | IllegalArgumentException e) {
            deadLetters.inc();
            context.output(DEAD_LETTERS, new DeadLetter(raw, application, e.getMessage()));
            return;
        }
        results.forEach(out::collect);
    }

    private Message message(RawRecord raw) {
        if (raw.key() == null || raw.value() == null) {
            throw new IllegalArgumentException("a record without a " + (raw.key() == null ? "key" : "value"));
        }
        Map<String, String> headers = new HashMap<>();
        for (RawHeader header : raw.headers()) {
            if (header.value() != null) {
                headers.put(header.name(), new String(header.value(), UTF_8));
            }
        }
        SpecificRecord value = codec.decode(raw.value());
        if (!types.contains(value.getClass())) {
            throw new IllegalArgumentException(value.getSchema().getFullName() + " does not belong in " + raw.topic());
        }
        Message message = new Message(new String(raw.key(), UTF_8), headers, value);
        message.tenant();
        return message;
    }
}
