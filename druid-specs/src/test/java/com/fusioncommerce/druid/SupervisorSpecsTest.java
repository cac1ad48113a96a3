package com.fusioncommerce.druid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SupervisorSpecsTest {
    private static final Set<Schema.Type> WHOLE = Set.of(Schema.Type.INT, Schema.Type.LONG);

    /** The Avro types that a Druid dimension or metric type accepts. */
    private static final Map<String, Set<Schema.Type>> FITTING = Map.of(
            "string",
            Set.of(Schema.Type.STRING, Schema.Type.BOOLEAN, Schema.Type.ENUM),
            "long",
            WHOLE,
            "longSum",
            WHOLE,
            "longMax",
            WHOLE,
            "doubleSum",
            Set.of(Schema.Type.DOUBLE, Schema.Type.FLOAT, Schema.Type.INT, Schema.Type.LONG),
            "hyperUnique",
            Set.of(Schema.Type.STRING));

    static List<String> dataSources() {
        return SupervisorSpecs.dataSources();
    }

    @ParameterizedTest
    @MethodSource("dataSources")
    void every_dimension_is_a_field_of_the_topic_with_a_fitting_type(String dataSource) {
        ObjectNode spec = SupervisorSpecs.load(dataSource);
        List<String> made = spec.at("/spec/dataSchema/transformSpec/transforms").findValuesAsText("name");
        for (JsonNode dimension : spec.at("/spec/dataSchema/dimensionsSpec/dimensions")) {
            String name = dimension.get("name").asText();
            if (!made.contains(name)) {
                assertFits(factOf(spec), name, dimension.get("type").asText());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dataSources")
    void every_metric_is_counted_or_made_of_a_field_with_a_fitting_type(String dataSource) {
        ObjectNode spec = SupervisorSpecs.load(dataSource);
        String written =
                spec.at("/spec/ioConfig/inputFormat/timestampColumnName").asText();
        for (JsonNode metric : spec.at("/spec/dataSchema/metricsSpec")) {
            String type = metric.get("type").asText();
            String field = metric.path("fieldName").asText();
            if (!type.equals("count") && !field.equals(written)) {
                assertFits(factOf(spec), field, type);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dataSources")
    void time_is_a_field_in_milliseconds(String dataSource) {
        ObjectNode spec = SupervisorSpecs.load(dataSource);
        JsonNode timestamp = spec.at("/spec/dataSchema/timestampSpec");
        assertThat(timestamp.get("format").asText()).isEqualTo("millis");
        assertFits(factOf(spec), timestamp.get("column").asText(), "long");
    }

    @ParameterizedTest
    @MethodSource("dataSources")
    void rows_are_kept_by_tenant_and_minute_in_segments_of_a_month(String dataSource) {
        JsonNode schema = SupervisorSpecs.load(dataSource).at("/spec/dataSchema");
        assertThat(schema.get("dataSource").asText()).isEqualTo(dataSource);
        assertThat(schema.at("/dimensionsSpec/dimensions/0/name").asText()).isEqualTo("tenant");
        assertThat(schema.at("/granularitySpec/queryGranularity").asText()).isEqualTo("MINUTE");
        assertThat(schema.at("/granularitySpec/segmentGranularity").asText()).isEqualTo("MONTH");
    }

    @ParameterizedTest
    @MethodSource("dataSources")
    void a_topic_is_read_from_its_beginning(String dataSource) {
        assertThat(SupervisorSpecs.load(dataSource)
                        .at("/spec/ioConfig/useEarliestOffset")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void every_topic_of_facts_has_a_data_source() {
        Set<String> read = new TreeSet<>();
        dataSources().forEach(name -> read.add(topicOf(SupervisorSpecs.load(name))));
        assertThat(read)
                .containsExactlyElementsOf(new TreeSet<>(Topics.all().stream()
                        .filter(topic -> topic.kind() == Topic.Kind.FACT)
                        .map(Topic::name)
                        .toList()));
    }

    @Test
    void what_is_retired_is_not_read() {
        assertThat(SupervisorSpecs.retired()).isNotEmpty().doesNotContainAnyElementsOf(dataSources());
    }

    @ParameterizedTest
    @MethodSource("dataSources")
    void every_field_that_is_a_net_amount_is_summed_under_its_own_name(String dataSource) {
        ObjectNode spec = SupervisorSpecs.load(dataSource);
        List<String> net = factOf(spec).getFields().stream()
                .map(Schema.Field::name)
                .filter(name -> name.startsWith("net"))
                .toList();
        List<String> summed = new ArrayList<>();
        for (JsonNode metric : spec.at("/spec/dataSchema/metricsSpec")) {
            if (metric.get("type").asText().equals("longSum")
                    && metric.get("name")
                            .asText()
                            .equals(metric.get("fieldName").asText())) {
                summed.add(metric.get("name").asText());
            }
        }
        assertThat(summed).containsAll(net);
    }

    @Test
    void addresses_are_filled_in() {
        List<SupervisorSpec> specs = SupervisorSpecs.all(
                IngestionConfig.of("kafka-1:9092,kafka-2:9092", List.of("http://registry-1", "http://registry-2")));

        assertThat(specs).extracting(SupervisorSpec::dataSource).containsExactlyElementsOf(dataSources());
        for (SupervisorSpec spec : specs) {
            JsonNode io = spec.json().at("/spec/ioConfig");
            assertThat(io.at("/consumerProperties").get("bootstrap.servers").asText())
                    .isEqualTo("kafka-1:9092,kafka-2:9092");
            JsonNode format = io.at("/inputFormat/valueFormat");
            assertThat(format.get("schemaRegistryUrls"))
                    .extracting(JsonNode::asText)
                    .containsExactly("http://registry-1", "http://registry-2");
            assertThat(format.has("userInfoVariable")).isFalse();
            assertThat(spec.json().toString()).doesNotContain("${");
        }
    }

    @Test
    void credentials_are_named_not_given() {
        IngestionConfig config = new IngestionConfig(
                "kafka:9092", List.of("https://registry"), "REGISTRY_USER_INFO", Map.of("security.protocol", "SSL"));

        for (SupervisorSpec spec : SupervisorSpecs.all(config)) {
            JsonNode io = spec.json().at("/spec/ioConfig");
            assertThat(io.at("/inputFormat/valueFormat/userInfoVariable").asText())
                    .isEqualTo("REGISTRY_USER_INFO");
            assertThat(io.at("/consumerProperties").get("security.protocol").asText())
                    .isEqualTo("SSL");
        }
    }

    @Test
    void there_must_be_addresses() {
        assertThatThrownBy(() -> IngestionConfig.of(" ", List.of("http://registry")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IngestionConfig.of("kafka:9092", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertFits(Schema fact, String field, String type) {
        assertThat(fact.getField(field))
                .as("field %s of %s", field, fact.getName())
                .isNotNull();
        assertThat(FITTING.get(type))
                .as("field %s as %s", field, type)
                .contains(fact.getField(field).schema().getType());
    }

    private static String topicOf(ObjectNode spec) {
        return spec.at("/spec/ioConfig/topic").asText();
    }

    private static Schema factOf(ObjectNode spec) {
        Topic topic = Topics.all().stream()
                .filter(candidate -> candidate.name().equals(topicOf(spec)))
                .findFirst()
                .orElseThrow();
        return SpecificData.get().getSchema(topic.values().get(0));
    }
}
