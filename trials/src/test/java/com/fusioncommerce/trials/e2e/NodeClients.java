package com.fusioncommerce.trials.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The npm clients of {@code foreign-clients/package.json}, installed for one test. */
final class NodeClients {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;

    private NodeClients(Path directory) {
        this.directory = directory;
    }

    static boolean areThere() throws InterruptedException {
        return answers("node") && answers("npm");
    }

    private static boolean answers(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Installs the exact versions, without running their install scripts. */
    static NodeClients installed(Path directory) throws IOException, InterruptedException {
        for (String file : List.of("package.json", "decode.js")) {
            try (InputStream in = NodeClients.class.getResourceAsStream("/foreign-clients/" + file)) {
                Files.copy(in, directory.resolve(file));
            }
        }
        NodeClients clients = new NodeClients(directory);
        clients.run("npm", "install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund");
        return clients;
    }

    /**
     * Lets both clients decode these records as written; returns the number of records decoded, by client and topic.
     */
    Map<String, Map<String, Integer>> read(String registry, List<TopicDump.Line> records)
            throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (TopicDump.Line record : records) {
            lines.add(JSON.writeValueAsString(record));
        }
        Files.write(directory.resolve("records.jsonl"), lines);
        List<String> said =
                run("node", "decode.js", registry, "records.jsonl").lines().toList();
        assertThat(said.stream().filter(line -> line.startsWith("WRONG"))).isEmpty();
        Map<String, Map<String, Integer>> read = new TreeMap<>();
        for (String line : said) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("READ")) {
                read.computeIfAbsent(words[1], client -> new TreeMap<>()).put(words[2], Integer.valueOf(words[3]));
            }
        }
        return read;
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = directory.resolve(command[0] + ".out");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        String said = Files.readString(output, UTF_8);
        assertThat(ended && process.exitValue() == 0)
                .as(String.join(" ", command) + ": " + said)
                .isTrue();
        return said;
    }
}
