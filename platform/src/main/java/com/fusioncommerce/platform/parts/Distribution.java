package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.supervisor.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The jars of a third-party server, fetched by Maven through a POM under {@code platform/servers/<name>} and kept in
 * {@code platform/target/servers/<name>} until that POM or the root POM changes.
 */
final class Distribution {
    private static final long MINUTES_TO_DOWNLOAD = 15;
    private static final int ERROR_LINES = 6;

    /** Lock held while Maven runs: two Maven processes must not write the same local repository at once. */
    static final Object MAVEN = new Object();

    private final Path root;
    private final String name;

    Distribution(Path root, String name) {
        this.root = root;
        this.name = name;
    }

    /** The directory of the jars. */
    Path directory() {
        return root.resolve("platform/target/servers").resolve(name);
    }

    /** Fetches the jars if they are missing or older than their POM. */
    Path ensure(Progress progress) throws IOException {
        if (!isCurrent()) {
            synchronized (MAVEN) {
                if (!isCurrent()) {
                    progress.doing("downloading (once)");
                    fetch();
                    Files.writeString(marker(), "");
                }
            }
        }
        return directory();
    }

    private boolean isCurrent() throws IOException {
        if (!Files.exists(marker())) {
            return false;
        }
        var made = Files.getLastModifiedTime(marker());
        return made.compareTo(Files.getLastModifiedTime(pom())) > 0
                && made.compareTo(Files.getLastModifiedTime(root.resolve("pom.xml"))) > 0;
    }

    private void fetch() throws IOException {
        Files.createDirectories(directory());
        File log = directory().resolve("download.log").toFile();
        Process maven = new ProcessBuilder(
                        "mvn",
                        "-q",
                        "-B",
                        "-Dstyle.color=never",
                        "-f",
                        pom().toString(),
                        "generate-resources",
                        "-Ddistribution=" + directory())
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(log)
                .start();
        try {
            if (!maven.waitFor(MINUTES_TO_DOWNLOAD, TimeUnit.MINUTES)) {
                throw new IOException("downloading took more than " + MINUTES_TO_DOWNLOAD + " minutes, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("downloading was interrupted", e);
        } finally {
            maven.destroy();
        }
        if (maven.exitValue() != 0) {
            throw new IOException("could not be downloaded (" + firstErrors(log.toPath()) + "), see " + log);
        }
    }

    private static String firstErrors(Path log) throws IOException {
        return String.join(
                " ",
                Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                        .filter(line -> line.contains("[ERROR]"))
                        .limit(ERROR_LINES)
                        .toList());
    }

    private Path pom() {
        return root.resolve("platform/servers").resolve(name).resolve("pom.xml");
    }

    private Path marker() {
        return directory().resolve(".complete");
    }
}
