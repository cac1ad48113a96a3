package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.catalog.ChangePrice;
import com.fusioncommerce.schemas.catalog.Product;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {
    private static final AvroCodec CODEC = new AvroCodec(SchemaRegistry.inProcess());

    @Test
    void a_topics_records_come_back_as_they_went() {
        AvroSerde<SpecificRecord> serde = AvroSerde.of(CODEC, SpecificRecord.class);
        ChangePrice change = new ChangePrice("85123A", 25_500L, "GBP");
        String topic = Topics.commands("catalog").name();

        assertThat(serde.deserializer().deserialize(topic, serde.serializer().serialize(topic, change)))
                .isEqualTo(change);
    }

    @Test
    void states_have_one_subject_whatever_their_store_is_called() {
        AvroSerde<Product> serde = AvroSerde.state(CODEC, Product.class);
        Product product = (Product) RandomRecords.of(Product.class, 1);

        byte[] bytes = serde.serializer().serialize("commerce-products-changelog", product);

        assertThat(bytes).isEqualTo(CODEC.encode(Topic.STORES, product));
        assertThat(serde.deserializer().deserialize("another-store", bytes)).isEqualTo(product);
    }

    @Test
    void a_tombstone_stays_one() {
        AvroSerde<Product> serde = AvroSerde.state(CODEC, Product.class);

        assertThat(serde.serializer().serialize("store", null)).isNull();
        assertThat(serde.deserializer().deserialize("store", null)).isNull();
        assertThat(AvroSerde.of(CODEC, Product.class).serializer().serialize("topic", null))
                .isNull();
        assertThat(AvroSerde.of(CODEC, Product.class).deserializer().deserialize("topic", null))
                .isNull();
    }
}
