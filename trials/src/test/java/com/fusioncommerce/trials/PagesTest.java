package com.fusioncommerce.trials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.platform.cli.HomeOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that README's prerequisites name every tool in the commands of the documentation pages. */
class PagesTest {
    private static final List<String> TOOLS = List.of("curl", "wget", "jq", "docker", "python3", "node", "kcat");

    @Test
    void a_tool_that_is_typed_is_one_that_the_first_page_says_is_needed() throws IOException {
        Path root = HomeOption.root();
        String needs = Files.readString(root.resolve("README.md"))
                .lines()
                .filter(line -> line.startsWith("You need"))
                .collect(Collectors.joining());
        try (Stream<Path> pages = Files.list(root.resolve("docs"))) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                String typed = Files.readString(page)
                        .lines()
                        .filter(line -> line.startsWith("   ") && !line.strip().startsWith("|"))
                        .collect(Collectors.joining("\n"));
                for (String tool : TOOLS) {
                    if (Pattern.compile("(^ *|\\| |\\$\\()" + tool + " ", Pattern.MULTILINE)
                            .matcher(typed)
                            .find()) {
                        assertThat(needs).as(tool + " in " + page).contains("`" + tool + "`");
                    }
                }
            }
        }
    }
}
