package com.fusioncommerce.trials.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code docs/benchmarks.md}. The text is written by people; between {@code <!-- bench:NAME -->} and {@code <!--
 * /bench:NAME -->} the result {@code docs/benchmarks/NAME.json} is rendered, so that every figure was measured by a
 * command.
 */
public final class BenchmarkPage {
    private static final Pattern SECTION =
            Pattern.compile("<!-- bench:([a-z0-9-]+) -->\n.*?<!-- /bench:\\1 -->", Pattern.DOTALL);
    private static final String SUFFIX = ".json";

    private final Path page;
    private final Path results;

    private BenchmarkPage(Path page, Path results) {
        this.page = page;
        this.results = results;
    }

    /** The page of the project in this directory. */
    public static BenchmarkPage in(Path root) {
        return new BenchmarkPage(root.resolve("docs/benchmarks.md"), root.resolve("docs/benchmarks"));
    }

    /** Stores a result in place of an earlier one, and renders the page. */
    public void keep(Result result) throws IOException {
        result.writeTo(results.resolve(result.bench() + SUFFIX));
        write();
    }

    /** Renders the page from all stored results, and writes it. */
    public void write() throws IOException {
        Files.writeString(page, rendered());
    }

    /**
     * The page rendered from the stored results.
     *
     * @throws IOException if a result has no section on the page, or cannot be read
     */
    public String rendered() throws IOException {
        Set<String> kept = new TreeSet<>(names());
        StringBuilder text = new StringBuilder();
        Matcher section = SECTION.matcher(Files.readString(page));
        while (section.find()) {
            String name = section.group(1);
            section.appendReplacement(text, Matcher.quoteReplacement(section(name, kept.remove(name))));
        }
        section.appendTail(text);
        if (!kept.isEmpty()) {
            throw new IOException(page + " has no section for " + String.join(", ", kept)
                    + ": add <!-- bench:NAME --> and <!-- /bench:NAME --> on lines of their own");
        }
        return text.toString();
    }

    /** The page as written. */
    public String current() throws IOException {
        return Files.readString(page);
    }

    private String section(String name, boolean measured) throws IOException {
        String body = measured ? Markdown.of(Result.readFrom(results.resolve(name + SUFFIX))) : "Not measured yet.\n";
        return "<!-- bench:" + name + " -->\n" + body + "<!-- /bench:" + name + " -->";
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(results)) {
            return new ArrayList<>();
        }
        try (var files = Files.list(results)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .collect(Collectors.toList());
        }
    }
}
