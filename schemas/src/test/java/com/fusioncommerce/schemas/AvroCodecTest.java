package com.fusioncommerce.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.catalog.ChangePrice;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.testing.RegistryStandIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvroCodecTest {
    private static final String COMMANDS = Topics.commands("catalog").name();
    private static final AvroCodec CODEC = new AvroCodec(SchemaRegistry.inProcess());
    private static final ChangePrice CHANGE = new ChangePrice("85123A", 25_500L, "GBP");

    static Stream<Topic> topics() {
        Topic states = new Topic(
                Topic.STORES,
                Topic.Kind.STATE,
                "any",
                Messages.stored(),
                1,
                null,
                true,
                List.of("any"),
                List.of("any"),
                "States.");
        return Stream.concat(Topics.all().stream(), Stream.of(states));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void every_record_of_every_topic_comes_back_as_it_went(Topic topic) {
        for (Class<? extends SpecificRecord> type : topic.values()) {
            for (int seed = 0; seed < 50; seed++) {
                SpecificRecord value = RandomRecords.of(type, seed);
                assertThat(CODEC.decode(CODEC.encode(topic.name(), value), type))
                        .isEqualTo(value);
            }
        }
    }

    @Test
    void a_record_that_does_not_fit_leaves_nothing_of_itself_in_the_next() {
        ChangePrice broken = new ChangePrice("SKU", 1L, null);
        assertThatThrownBy(() -> CODEC.encode(COMMANDS, broken)).isInstanceOf(SerializationException.class);

        assertThat(CODEC.decode(CODEC.encode(COMMANDS, CHANGE))).isEqualTo(CHANGE);
    }

    @Test
    void the_bytes_of_a_stored_state_can_be_sent_to_its_topic() {
        SpecificRecord product = RandomRecords.of(Product.class, 1);
        String topic = Topics.named("catalog.products").name();

        byte[] readdressed = CODEC.readdress(topic, product, CODEC.encode(Topic.STORES, product));

        assertThat(readdressed).isEqualTo(CODEC.encode(topic, product));
    }

    @Test
    void a_record_starts_with_a_zero_byte_and_its_schemas_id() throws IOException {
        try (RegistryStandIn server = new RegistryStandIn()) {
            SchemaRegistry registry = SchemaRegistry.connect(RegistryConfig.of(server.url()));
            registry.register();

            ByteBuffer bytes = ByteBuffer.wrap(new AvroCodec(registry).encode(COMMANDS, CHANGE));

            assertThat(bytes.get()).isZero();
            assertThat(bytes.getInt()).isEqualTo(server.add(ChangePrice.SCHEMA$.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void bytes_too_short_for_a_header_are_refused(int length) {
        assertThatThrownBy(() -> CODEC.decode(new byte[length]))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("not in Confluent wire format");
    }

    @Test
    void bytes_of_another_format_are_refused() {
        assertThatThrownBy(() -> CODEC.decode("{\"sku\":\"85123A\"}".getBytes(UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("not in Confluent wire format");
    }

    @Test
    void an_id_that_the_registry_does_not_know_is_refused() {
        assertThatThrownBy(() -> CODEC.decode(new byte[] {0, 0x7f, 0, 0, 1, 2, 3}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("fetch schema 2130706433");
    }

    @Test
    void bytes_left_over_are_refused() {
        byte[] bytes = CODEC.encode(COMMANDS, CHANGE);

        assertThatThrownBy(() -> CODEC.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("left over");
    }

    @Test
    void a_record_cut_short_is_refused_wherever_it_is_cut() {
        byte[] bytes = CODEC.encode(Topics.events("orders").name(), RandomRecords.of(OrderCreated.class, 7));
        for (int length = 5; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> CODEC.decode(cut)).isInstanceOf(SerializationException.class);
        }
    }

    @Property
    void whatever_follows_a_header_is_a_record_or_refused(@ForAll byte[] body) {
        byte[] header = Arrays.copyOf(CODEC.encode(Topic.STORES, RandomRecords.of(Order.class, 1)), 5);
        byte[] poison =
                ByteBuffer.allocate(5 + body.length).put(header).put(body).array();

        assertThat(refusedOrRead(poison)).isTrue();
    }

    @Test
    void a_length_that_no_record_can_have_is_refused_without_taking_the_memory_for_it() throws IOException {
        byte[] header = Arrays.copyOf(CODEC.encode(COMMANDS, CHANGE), 5);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(header);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        encoder.writeLong(Integer.MAX_VALUE - 100L);
        encoder.flush();

        assertThatThrownBy(() -> CODEC.decode(out.toByteArray())).isInstanceOf(SerializationException.class);
    }

    @Test
    void a_record_of_another_type_than_asked_for_is_refused() {
        byte[] bytes = CODEC.encode(COMMANDS, CHANGE);

        assertThatThrownBy(() -> CODEC.decode(bytes, CreateProduct.class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("ChangePrice")
                .hasMessageContaining("CreateProduct");
    }

    @Test
    void a_record_that_lacks_what_its_schema_demands_is_refused() {
        assertThatThrownBy(() -> CODEC.encode(COMMANDS, new ChangePrice(null, 1L, "GBP")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("ChangePrice");
    }

    @Test
    void a_record_goes_only_into_topics_that_declare_it() {
        assertThatThrownBy(() -> CODEC.encode(Topics.events("orders").name(), CHANGE))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageContaining("orders.events-");
    }

    @Test
    void a_record_of_an_older_schema_gets_the_defaults_of_what_it_lacks() throws IOException {
        Schema old = new Schema.Parser().parse("""
                {"type":"record","name":"CreateProduct","namespace":"com.fusioncommerce.schemas.catalog","fields":[
                 {"name":"sku","type":"string"},{"name":"name","type":"string"},
                 {"name":"unitPrice","type":"long"},{"name":"currency","type":"string"}]}""");
        GenericData.Record written = new GenericRecordBuilder(old)
                .set("sku", "85123A")
                .set("name", "HEART")
                .set("unitPrice", 25_500L)
                .set("currency", "GBP")
                .build();

        assertThat(decodedFrom(old, written))
                .isEqualTo(new CreateProduct("85123A", "HEART", "", 25_500L, "GBP", java.util.Map.of(), null));
    }

    @Test
    void a_record_of_a_type_that_is_unknown_here_is_refused() {
        Schema foreign = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Unknown\",\"namespace\":\"elsewhere\",\"fields\":[]}");

        assertThatThrownBy(() -> decodedFrom(foreign, new GenericData.Record(foreign)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("elsewhere.Unknown");
    }

    private static SpecificRecord decodedFrom(Schema schema, GenericData.Record value) throws IOException {
        try (RegistryStandIn server = new RegistryStandIn()) {
            int id = server.add(schema.toString());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new GenericDatumWriter<GenericData.Record>(schema).write(value, encoder);
            encoder.flush();
            return new AvroCodec(SchemaRegistry.connect(RegistryConfig.of(server.url()))).decode(out.toByteArray());
        }
    }

    private static boolean refusedOrRead(byte[] bytes) {
        try {
            return CODEC.decode(bytes) instanceof Order;
        } catch (SerializationException e) {
            return true;
        }
    }
}
