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
 * Java matches a repeated group by recursion, once for each repetition, where what is in it has no fixed length. So a text
 * of a client's length must not be held against one: it takes the whole stack.
 */
class RegularExpressionsTest {
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*+\"");

    /** A group with a repetition in it that is repeated itself without bound. */
    private static final Pattern NESTED = Pattern.compile("[*+}][^()\"]*\\)(?:[*+]|\\{[0-9]*,})(?!\\+)");

    /** Keys.isId looks at the length first. */
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
