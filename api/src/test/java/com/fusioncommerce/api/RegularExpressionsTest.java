package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests that no pattern is matched by recursion on client input: Java recurses for each repetition of a group of
 * variable length, so that a long text overflows the stack.
 */
class RegularExpressionsTest {
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*+\"");

    /** An unbounded repetition of a group that contains a repetition. */
    private static final Pattern NESTED = Pattern.compile("[*+}][^()\"]*\\)(?:[*+]|\\{[0-9]*,})(?!\\+)");

    /** Files that check the length first, in Keys.isId. */
    private static final List<String> BOUNDED_BEFORE = List.of("Keys.java");

    @Test
    void no_group_that_repeats_something_is_repeated_itself() throws IOException {
        for (String module : List.of("schemas", "streams-apps", "api")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    if (!BOUNDED_BEFORE.contains(file.getFileName().toString())) {
                        assertThat(nested(Files.readString(file)))
                                .as("%s", file)
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void such_a_group_is_found() {
        assertThat(nested("x = \"(?i)[ ,]*(identity([ ]*,[ ,]*|$))*\";")).isNotEmpty();
        assertThat(nested("x = \"[a-z]+(/[a-z0-9_+-]+)+\";")).isNotEmpty();
        assertThat(nested("x = \"[a-z]+(/[a-z0-9_+-]+)?(a|b)*\";")).isEmpty();
    }

    private static List<String> nested(String source) {
        return LITERAL.matcher(source)
                .results()
                .map(found -> found.group())
                .filter(text -> {
                    Matcher matcher = NESTED.matcher(text.replaceAll("\\[[^\\]]*\\]", "x"));
                    return matcher.find() || text.contains("))*") || text.contains("))+");
                })
                .toList();
    }
}
