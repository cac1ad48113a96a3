package com.fusioncommerce.schemas;

import com.fusioncommerce.schemas.testing.Approved;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaSnapshotTest {
    static List<SchemaPromise> promises() {
        return SchemaPromise.all();
    }

    @ParameterizedTest
    @MethodSource("promises")
    void every_schema_is_the_one_that_somebody_approved(SchemaPromise promise) {
        Path file = Path.of("src", "test", "approved", promise.name() + ".avsc");

        Approved.verify(file, ReleasedSchemas.text(promise.schema()));
    }
}
