package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompatibilityGateTest {
    private static final String BACKWARD = "BACKWARD_TRANSITIVE";
    private static final String FULL = "FULL_TRANSITIVE";
    private static final String UNITS = "{'name':'units','type':'long'}";
    private static final String NOTE = "{'name':'note','type':'string','default':''}";

    @TempDir
    private Path directory;

    @Test
    void the_schemas_of_the_platform_keep_their_promises_to_every_released_version() {
        ReleasedSchemas released = new ReleasedSchemas(Path.of("released"));

        assertThat(released.records()).isNotEmpty();
        assertThat(new CompatibilityGate(released).problems(SchemaPromise.all()))
                .as("incompatible with what was released")
                .isEmpty();
    }

    @Test
    void a_field_that_is_gone_without_a_default_is_named_with_its_record() {
        released(order(UNITS, NOTE));

        assertThat(problems(FULL, order(NOTE)))
                .singleElement()
                .asString()
                .contains("test.Order", "version 1", "field summary.units", "FULL_TRANSITIVE", "default");
    }

    @Test
    void a_field_of_another_type_is_named_with_its_record() {
        released(order(UNITS));

        assertThat(problems(BACKWARD, order("{'name':'units','type':'string'}")))
                .singleElement()
                .asString()
                .contains("test.Order", "version 1", "field summary.units", "TYPE_MISMATCH");
    }

    @Test
    void a_new_field_needs_a_default() {
        released(order(UNITS));

        assertThat(problems(BACKWARD, order(UNITS, "{'name':'weight','type':'long'}")))
                .singleElement()
                .asString()
                .contains("field summary.weight");
        assertThat(problems(FULL, order(UNITS, NOTE))).isEmpty();
    }

    @Test
    void commands_may_lose_a_field_since_only_the_platform_reads_them() {
        released(order(UNITS, NOTE));

        assertThat(problems(BACKWARD, order(NOTE))).isEmpty();
    }

    @Test
    void problems_within_lists_maps_and_unions_are_named_too() {
        released(order(
                "{'name':'tags','type':{'type':'array','items':'long'}}",
                "{'name':'by','type':{'type':'map','values':'long'}}",
                "{'name':'kind','type':['null',{'type':'enum','name':'K','symbols':['A','B']}]}"));

        assertThat(problems(
                        FULL,
                        order(
                                "{'name':'tags','type':{'type':'array','items':'string'}}",
                                "{'name':'by','type':{'type':'map','values':'string'}}",
                                "{'name':'kind','type':['null',{'type':'enum','name':'K','symbols':['A']}]}")))
                .anySatisfy(problem -> assertThat(problem).contains("field summary.tags"))
                .anySatisfy(problem -> assertThat(problem).contains("field summary.by"))
                .anySatisfy(problem -> assertThat(problem).contains("field summary.kind"));
    }

    @Test
    void every_released_version_counts_not_only_the_newest() {
        released(order(UNITS));
        released(order(UNITS, NOTE));

        assertThat(problems(FULL, order(UNITS, "{'name':'note','type':'long','default':0}")))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).contains("version 2", "summary.note"));
        assertThat(problems(FULL, order(NOTE)))
                .anySatisfy(problem -> assertThat(problem).contains("version 1"))
                .anySatisfy(problem -> assertThat(problem).contains("version 2"));
    }

    @Test
    void a_released_record_must_not_vanish() {
        released(order(UNITS));

        assertThat(new CompatibilityGate(new ReleasedSchemas(directory)).problems(List.of()))
                .singleElement()
                .asString()
                .contains("test.Order was released and is gone");
    }

    private void released(Schema schema) {
        new ReleasedSchemas(directory).release(List.of(schema));
    }

    private List<String> problems(String level, Schema schema) {
        return new CompatibilityGate(new ReleasedSchemas(directory))
                .problems(List.of(new SchemaPromise(schema, level)));
    }

    /** An order whose summary has these fields. */
    static Schema order(String... fields) {
        return new Schema.Parser()
                .parse(("{'type':'record','namespace':'com.fusioncommerce.schemas.test','name':'Order','fields':["
                                + "{'name':'orderId','type':'string'},"
                                + "{'name':'summary','type':{'type':'record','name':'Summary','fields':["
                                + String.join(",", fields) + "]}}]}")
                        .replace('\'', '"'));
    }
}
