package com.fusioncommerce.trials.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.trials.bench.machine.Machine;
import com.fusioncommerce.trials.bench.machine.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkPageTest {
    @TempDir
    Path root;

    @BeforeEach
    void page() throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(
                root.resolve("docs/benchmarks.md"),
                "# Title\n\n<!-- bench:one -->\nold\n<!-- /bench:one -->\n\nText.\n\n"
                        + "<!-- bench:two -->\n<!-- /bench:two -->\n");
    }

    @Test
    void a_result_takes_the_place_of_what_stood_between_its_marks_and_the_text_stays() throws IOException {
        BenchmarkPage page = BenchmarkPage.in(root);
        page.keep(result("one", 1));

        assertThat(page.current())
                .startsWith("# Title\n\n<!-- bench:one -->\n`./fusion bench one`")
                .contains("The machine was quiet", "| fast | 1,234 |", "| slow | 0.50 |", "Text.", "Not measured yet.")
                .doesNotContain("old");
        assertThat(page.rendered()).isEqualTo(page.current());
    }

    @Test
    void a_machine_that_was_busy_and_a_check_that_failed_are_plain_to_see() throws IOException {
        BenchmarkPage page = BenchmarkPage.in(root);
        page.keep(result("two", 40));

        assertThat(page.current()).contains("**The machine was not quiet", "**FAILED**: nothing is lost — 3 are");
    }

    @Test
    void a_result_without_a_place_is_an_error_that_says_what_to_add() {
        assertThatThrownBy(() -> BenchmarkPage.in(root).keep(result("three", 1)))
                .hasMessageContaining("no section for three")
                .hasMessageContaining("<!-- bench:NAME -->");
    }

    @Test
    void a_row_has_a_value_for_every_column() {
        assertThatThrownBy(() -> Table.of("t", "a", "b").row(1)).hasMessageContaining("2 columns");
    }

    @Test
    void the_page_of_this_project_is_what_its_results_say() throws IOException {
        BenchmarkPage page = BenchmarkPage.in(HomeOption.root());

        assertThat(page.rendered()).as("run ./fusion bench docs").isEqualTo(page.current());
    }

    private static Result result(String name, double othersPercent) {
        return new Result(
                name,
                "./fusion bench " + name,
                "2026-01-01T00:00:00Z",
                12,
                new Machine("cpu", 2, 1_000, "Linux", "17"),
                new Surroundings(List.of(0.1, 0.2, 0.3), othersPercent, 0),
                "none",
                Map.of("setting", 5),
                List.of(Table.of("Speed", "what", "a second")
                        .row("fast", 1_234L)
                        .row("slow", 0.5)),
                List.of(new Target("fast", "≥ 1,000", "1,234", true)),
                List.of(new Check("nothing is lost", false, "3 are")),
                List.of());
    }
}
