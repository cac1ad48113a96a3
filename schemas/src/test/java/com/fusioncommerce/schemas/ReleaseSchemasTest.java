package com.fusioncommerce.schemas;

import static com.fusioncommerce.schemas.CompatibilityGateTest.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseSchemasTest {
    private static final String UNITS = "{'name':'units','type':'long'}";
    private static final String NOTE = "{'name':'note','type':'string','default':''}";

    @TempDir
    private Path directory;

    @Test
    void a_release_keeps_what_changed_and_nothing_else() {
        assertThat(release(order(UNITS))).contains("test.Order/1");
        assertThat(release(order(UNITS))).contains("nothing changed");
        assertThat(release(order(UNITS, NOTE))).contains("test.Order/2");

        assertThat(new ReleasedSchemas(directory).versions("test.Order"))
                .containsEntry(1, order(UNITS))
                .containsEntry(2, order(UNITS, NOTE));
    }

    @Test
    void what_breaks_a_promise_is_not_released() {
        release(order(UNITS));

        assertThatThrownBy(() -> release(order(NOTE))).hasMessageContaining("summary.units");
        assertThat(new ReleasedSchemas(directory).versions("test.Order")).hasSize(1);
    }

    @Test
    void the_program_releases_every_record_of_topics_and_stores() {
        ReleaseSchemas.main(new String[] {directory.toString()});

        assertThat(new ReleasedSchemas(directory).records())
                .containsExactlyInAnyOrderElementsOf(
                        SchemaPromise.all().stream().map(SchemaPromise::name).toList());
    }

    @Test
    void the_program_asks_for_a_directory() {
        assertThatThrownBy(() -> ReleaseSchemas.main(new String[0])).hasMessageContaining("usage");
    }

    private String release(Schema schema) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReleaseSchemas.release(
                directory, List.of(new SchemaPromise(schema, "FULL_TRANSITIVE")), new PrintStream(out, true, UTF_8));
        return out.toString(UTF_8);
    }
}
