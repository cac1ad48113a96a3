package com.fusioncommerce.druid.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fusioncommerce.druid.HttpStub;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.druid.data.input.ColumnsFilter;
import org.apache.druid.data.input.InputFormat;
import org.apache.druid.data.input.InputRow;
import org.apache.druid.data.input.InputRowSchema;
import org.apache.druid.data.input.impl.ByteEntity;
import org.apache.druid.data.input.impl.DimensionsSpec;
import org.apache.druid.data.input.impl.TimestampSpec;
import org.apache.druid.java.util.common.parsers.CloseableIterator;
import org.apache.druid.java.util.common.parsers.ParseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfluentAvroInputFormatTest {
    private static final Schema SALE = SchemaBuilder.record("Sale")
            .fields()
            .requiredLong("time")
            .requiredString("country")
            .requiredBoolean("imported")
            .requiredLong("units")
            .endRecord();
    private static final InputRowSchema ROWS = new InputRowSchema(
            new TimestampSpec("time", "millis", null),
            new DimensionsSpec(DimensionsSpec.getDefaultSchemas(List.of("country", "imported"))),
            ColumnsFilter.all());
    private static final ObjectMapper JSON = new ObjectMapper();

    private HttpStub registry;

    @BeforeEach
    void start() throws IOException {
        registry = new HttpStub().answer("/schemas/ids/7", 200, schemaJson(SALE.toString()));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void a_message_becomes_a_row() throws IOException {
        InputRow row = read(registryFormat(), message(7, sale("France", 12)));

        assertThat(row.getTimestampFromEpoch()).isEqualTo(1_322_697_600_000L);
        assertThat(row.getDimension("country")).containsExactly("France");
        assertThat(row.getDimension("imported")).containsExactly("true");
        assertThat(row.getMetric("units")).isEqualTo(12L);
    }

    @Test
    void a_schema_is_looked_up_once() throws IOException {
        for (int i = 0; i < 3; i++) {
            read(registryFormat(), message(7, sale("France", i)));
        }
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void bytes_in_another_format_are_passed_over() {
        assertPassedOver(new byte[0], "not in Confluent wire format");
        assertPassedOver(new byte[] {1, 2, 3, 4, 5, 6, 7}, "not in Confluent wire format");
        assertPassedOver(new byte[] {0, 0, 0}, "not in Confluent wire format");
    }

    @Test
    void a_record_of_an_unknown_schema_is_passed_over() {
        assertPassedOver(message(8, sale("France", 1)), "no record schema 8");
    }

    @Test
    void a_schema_that_is_no_record_is_passed_over() {
        registry.answer("/schemas/ids/9", 200, schemaJson("\"string\""));
        registry.answer("/schemas/ids/10", 200, schemaJson("{\"type\":\"object\"}"));

        assertPassedOver(message(9, sale("France", 1)), "no record schema 9");
        assertPassedOver(message(10, sale("France", 1)), "no record schema 10");
    }

    @Test
    void broken_bytes_are_passed_over_whatever_avro_makes_of_them() {
        byte[] whole = message(7, sale("France", 1));
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        byte[] tooLong = Arrays.copyOf(whole, whole.length + 1);
        assertPassedOver(cut, "not a record of schema 7");
        assertPassedOver(tooLong, "bytes left over");
    }

    @Test
    void a_length_of_gigabytes_is_passed_over() {
        ByteBuffer message = ByteBuffer.allocate(16).put((byte) 0).putInt(7).put((byte) 0);
        // The length prefix of the string, 1,900,000,000 in Avro's encoding.
        message.put(new byte[] {(byte) 0x80, (byte) 0xe0, (byte) 0xfc, (byte) 0x93, (byte) 0x0e});

        assertPassedOver(message.array(), "not a record of schema 7");
    }

    @Test
    void a_registry_that_does_not_answer_fails_the_task_so_that_nothing_is_lost() {
        registry.answer("/schemas/ids/11", 503, "starting");

        assertThatThrownBy(() -> read(registryFormat(), message(11, sale("France", 1))))
                .isInstanceOf(RegistryUnavailableException.class)
                .isNotInstanceOf(ParseException.class)
                .hasMessageContaining("schema 11");
    }

    @Test
    void the_next_registry_is_asked_when_one_is_gone() throws IOException {
        HttpStub gone = new HttpStub();
        gone.close();

        InputRow row = read(format(List.of(gone.url() + "/", registry.url() + "/"), null), message(7, sale("EIRE", 1)));

        assertThat(row.getDimension("country")).containsExactly("EIRE");
    }

    @Test
    void credentials_come_from_the_environment() {
        RegistryLookup lookup = RegistryLookup.connect(List.of(registry.url().toString()), "user:secret");

        assertThat(lookup.schema(7)).isPresent();
        assertThat(registry.requests().get(0).authorization()).isEqualTo("Basic dXNlcjpzZWNyZXQ=");
    }

    @Test
    void stands_in_a_spec_by_its_name() throws IOException {
        ObjectMapper druid = new ObjectMapper();
        new ConfluentAvroModule().getJacksonModules().forEach(druid::registerModule);
        String spec = "{\"type\":\"confluent_avro\",\"schemaRegistryUrls\":[\"http://a\"],\"userInfoVariable\":\"V\"}";

        InputFormat format = druid.readValue(spec, InputFormat.class);

        assertThat(format)
                .isEqualTo(format(List.of("http://a"), "V"))
                .hasSameHashCodeAs(format(List.of("http://a"), "V"));
        assertThat(format.isSplittable()).isFalse();
        assertThat(druid.readTree(druid.writeValueAsString(format))).isEqualTo(druid.readTree(spec));
    }

    @Test
    void needs_a_registry() {
        assertThatThrownBy(() -> format(List.of(), null)).hasMessageContaining("schemaRegistryUrls");
        assertThatThrownBy(() -> format(null, null)).hasMessageContaining("schemaRegistryUrls");
    }

    private void assertPassedOver(byte[] message, String reason) {
        assertThatThrownBy(() -> read(registryFormat(), message))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining(reason);
    }

    private InputFormat registryFormat() {
        return format(List.of(registry.url().toString()), null);
    }

    private static InputFormat format(List<String> urls, String userInfoVariable) {
        return new ConfluentAvroInputFormat(urls, userInfoVariable);
    }

    private static InputRow read(InputFormat format, byte[] message) throws IOException {
        File none = new File(".");
        try (CloseableIterator<InputRow> rows =
                format.createReader(ROWS, new ByteEntity(message), none).read()) {
            return rows.next();
        }
    }

    private static GenericRecord sale(String country, long units) {
        GenericRecord sale = new GenericData.Record(SALE);
        sale.put("time", 1_322_697_600_000L);
        sale.put("country", country);
        sale.put("imported", true);
        sale.put("units", units);
        return sale;
    }

    private static byte[] message(int id, GenericRecord value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new GenericDatumWriter<GenericRecord>(value.getSchema()).write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static String schemaJson(String schema) {
        ObjectNode json = JSON.createObjectNode().put("schema", schema);
        return json.toString();
    }
}
