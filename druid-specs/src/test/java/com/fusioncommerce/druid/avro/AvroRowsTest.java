package com.fusioncommerce.druid.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;

class AvroRowsTest {
    @Test
    void every_kind_of_avro_value_becomes_a_plain_one() {
        Schema inner =
                SchemaBuilder.record("Inner").fields().requiredString("name").endRecord();
        Schema colour = SchemaBuilder.enumeration("Colour").symbols("RED");
        Schema two = SchemaBuilder.fixed("Two").size(2);
        Schema outer = SchemaBuilder.record("Outer")
                .fields()
                .name("inner")
                .type(inner)
                .noDefault()
                .name("colour")
                .type(colour)
                .noDefault()
                .name("two")
                .type(two)
                .noDefault()
                .requiredBytes("bytes")
                .name("list")
                .type()
                .array()
                .items()
                .stringType()
                .noDefault()
                .name("map")
                .type()
                .map()
                .values()
                .stringType()
                .noDefault()
                .optionalLong("nothing")
                .endRecord();
        GenericData.Record name = new GenericData.Record(inner);
        name.put("name", new Utf8("a"));
        GenericData.Record row = new GenericData.Record(outer);
        row.put("inner", name);
        row.put("colour", new GenericData.EnumSymbol(colour, "RED"));
        row.put("two", new GenericData.Fixed(two, new byte[] {1, 2}));
        row.put("bytes", ByteBuffer.wrap(new byte[] {3}));
        row.put("list", List.of(new Utf8("b")));
        row.put("map", Map.of(new Utf8("k"), new Utf8("v")));

        Map<String, Object> plain = AvroRows.toMap(row);

        assertThat(plain)
                .containsEntry("inner", Map.of("name", "a"))
                .containsEntry("colour", "RED")
                .containsEntry("two", new byte[] {1, 2})
                .containsEntry("bytes", new byte[] {3})
                .containsEntry("list", List.of("b"))
                .containsEntry("map", Map.of("k", "v"))
                .containsEntry("nothing", null);
    }
}
