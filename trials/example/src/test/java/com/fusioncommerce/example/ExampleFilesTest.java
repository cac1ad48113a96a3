package com.fusioncommerce.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example domain consists of exactly the files that CONTRIBUTING names. */
class ExampleFilesTest {
    private static final Path TESTS = Path.of("src/test");
    /** The domain as a package, a folder or a text, which a word of a comment is not. */
    private static final Pattern NAME = Pattern.compile("[.\"/]visits\\b");

    private static final Pattern STEP = Pattern.compile("(?m)^[0-9]+\\. `([^`]+)`");

    private final List<String> steps = steps();

    @Test
    void a_domain_is_eight_files_at_the_most() {
        assertThat(steps).hasSizeBetween(1, 8);
        assertThat(steps.stream().filter(step -> !step.contains("<domain>")))
                .as("files that every domain edits")
                .containsExactly("docs/api.md");
    }

    @Test
    void the_example_follows_the_list_word_for_word() throws IOException {
        List<String> named = steps.stream()
                .filter(step -> step.contains("<domain>"))
                .map(ExampleFilesTest::ofTheExample)
                .toList();

        try (Stream<Path> files = Files.walk(TESTS)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.toString().replace('\\', '/'))
                            .filter(file -> file.contains("/visits/") && !file.endsWith("Test.java")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void the_product_does_not_name_it() throws IOException {
        List<Path> naming = new ArrayList<>();
        for (Path module : modules()) {
            try (Stream<Path> files = Files.walk(module)) {
                files.filter(file -> file.toString().matches(".*\\.(java|avdl|json)"))
                        .filter(file -> NAME.matcher(read(file)).find())
                        .forEach(naming::add);
            }
        }

        assertThat(naming).isEmpty();
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("../.."))) {
            return folders.map(folder -> folder.resolve("src/main"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    private static String ofTheExample(String step) {
        return step.replaceFirst("^[a-z-]+/src/main/", "src/test/")
                .replace("<domain>", "visits")
                .replace("<Domain>", "Visits")
                .replace("<Thing>", "Visit");
    }

    private static List<String> steps() {
        String guide = read(Path.of("../../CONTRIBUTING.md"));
        int from = guide.indexOf("## Add a domain");
        String section = guide.substring(from, guide.indexOf("\n## ", from));
        return STEP.matcher(section)
                .results()
                .map((MatchResult step) -> step.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
