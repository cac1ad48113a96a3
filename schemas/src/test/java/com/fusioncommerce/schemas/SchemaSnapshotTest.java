package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaSnapshotTest {
    private static final String HOW =
            "if the change is meant, run mvn -q -f schemas/pom.xml compile exec:java@release and read the diff";

    private final ReleasedSchemas released = new ReleasedSchemas(Path.of("released"));

    static List<SchemaPromise> promises() {
        return SchemaPromise.all();
    }

    @ParameterizedTest
    @MethodSource("promises")
    void every_schema_is_the_one_that_was_released_last(SchemaPromise promise) {
        SortedMap<Integer, Schema> versions = released.versions(promise.name());

        assertThat(versions)
                .as("%s was never released: %s", promise.name(), HOW)
                .isNotEmpty();
        assertThat(ReleasedSchemas.text(promise.schema()))
                .as("%s is not as it was released last: %s", promise.name(), HOW)
                .isEqualTo(ReleasedSchemas.text(versions.get(versions.lastKey())));
    }
}
