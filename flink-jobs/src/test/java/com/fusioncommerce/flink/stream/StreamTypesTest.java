package com.fusioncommerce.flink.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.flink.fraud.OrderArrival;
import com.fusioncommerce.flink.fraud.ScorableOrder;
import com.fusioncommerce.flink.fraud.ScoredOrder;
import com.fusioncommerce.flink.testing.TestEvents;
import com.fusioncommerce.schemas.fraud.OrderScored;
import com.fusioncommerce.schemas.orders.OrderCreated;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class StreamTypesTest {
    private static final OrderCreated ORDER = TestEvents.created("main~1", false);

    @Test
    void what_moves_between_operators_comes_out_as_it_went_in() throws IOException {
        OrderArrival arrival = new OrderArrival("acme/main~1", Map.of("a", "b"), ORDER);
        ScoredOrder scored = new ScoredOrder("acme/main~1", Map.of(), TestEvents.scored("main~1", 0.25, false));

        assertThat(moved(TypeInformation.of(OrderArrival.class), arrival)).isEqualTo(arrival);
        assertThat(moved(TypeInformation.of(ScoredOrder.class), scored)).isEqualTo(scored);
        ScorableOrder scorable =
                moved(TypeInformation.of(ScorableOrder.class), new ScorableOrder(arrival, new float[] {1, -1, 0.5f}));
        assertThat(scorable.arrival()).isEqualTo(arrival);
        assertThat(scorable.features()).containsExactly(1, -1, 0.5f);
    }

    @Test
    void raw_records_move_with_headers_and_without_key_or_value() throws IOException {
        RawRecord raw = new RawRecord("t", 1, 2, null, null, List.of(new RawHeader("h", "v".getBytes(UTF_8))));
        DeadLetter letter = moved(TypeInformation.of(DeadLetter.class), new DeadLetter(raw, "job", "why"));

        assertThat(letter.record().key()).isNull();
        assertThat(letter.record().headers().get(0).value()).isEqualTo("v".getBytes(UTF_8));
        assertThat(letter.reason()).isEqualTo("why");
    }

    @Test
    void an_avro_type_is_told_by_its_class() {
        AvroType<OrderCreated> type = AvroType.avro(OrderCreated.class);

        assertThat(type)
                .isEqualTo(AvroType.avro(OrderCreated.class))
                .hasSameHashCodeAs(AvroType.avro(OrderCreated.class))
                .isNotEqualTo(AvroType.avro(OrderScored.class))
                .hasToString("AvroType<OrderCreated>");
        assertThat(type.canEqual(type)).isTrue();
        assertThat(type.getTypeClass()).isEqualTo(OrderCreated.class);
        assertThat(type.isKeyType() || type.isBasicType() || type.isTupleType()).isFalse();
        assertThat(type.getArity()).isEqualTo(type.getTotalFields()).isEqualTo(1);
    }

    private static <T> T moved(TypeInformation<T> type, T value) throws IOException {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        TypeSerializer<T> serializer = type.createSerializer(config);
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
