package com.fusioncommerce.platform.druid;

import com.fusioncommerce.platform.config.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Assembles the Druid distribution in a folder: {@code lib/}, {@code ext/<extension>/} and {@code launcher/}. */
public final class DruidDist {
    private static final String MARKER = "complete";
    private static final String EXTENSION = "confluent-avro";
    private static final int SHOWN_CHARACTERS = 4_000;

    private DruidDist() {}

    /** Copies the dependencies of a POM into a folder. */
    interface Build {
        void run(Path pom, Path distDir) throws IOException, InterruptedException;
    }

    /**
     * Fills the folder with Maven unless it is up to date with the sources, and updates our extension.
     *
     * @param repoRoot the repository; its module {@code druid-specs} must have been packaged
     * @param distDir the folder to fill
     * @param progress gets one line per step
     * @throws IllegalStateException if Maven fails, with the last lines of its output, or druid-specs has not been
     *     packaged
     * @throws UncheckedIOException if a file cannot be read or written
     */
    public static void ensure(Path repoRoot, Path distDir, Consumer<String> progress) {
        ensure(repoRoot, distDir, progress, DruidDist::runMaven);
    }

    static void ensure(Path repoRoot, Path distDir, Consumer<String> progress, Build build) {
        Path sources = repoRoot.resolve("platform").resolve("servers").resolve("druid");
        Path marker = distDir.resolve(MARKER);
        try {
            String fingerprint = fingerprint(sources);
            if (!Files.exists(marker) || !Files.readString(marker).equals(fingerprint)) {
                progress.accept("putting Druid together (190 MB from Maven Central, once)");
                Directories.delete(distDir);
                Files.createDirectories(distDir);
                build.run(sources.resolve("pom.xml"), distDir.toAbsolutePath());
                Files.writeString(marker, fingerprint);
            }
            bringExtension(repoRoot.resolve("druid-specs").resolve("target"), distDir.resolve("ext"), progress);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot put Druid together in " + distDir, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while putting Druid together", e);
        }
    }

    private static void runMaven(Path pom, Path distDir) throws IOException, InterruptedException {
        Path log = distDir.resolve("maven.log");
        Process maven = new ProcessBuilder(
                        "mvn", "--batch-mode", "--file", pom.toString(), "-Ddruid.dist=" + distDir, "package")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        maven.getOutputStream().close();
        if (maven.waitFor() != 0) {
            String said = Files.readString(log);
            throw new IllegalStateException("Maven could not put Druid together; the end of " + log + ":\n"
                    + said.substring(Math.max(0, said.length() - SHOWN_CHARACTERS)));
        }
    }

    /** Copies our extension: the jar of druid-specs and its dependencies that Druid lacks. */
    private static void bringExtension(Path built, Path extensions, Consumer<String> progress) throws IOException {
        List<Path> own = Folders.jarsIn(built);
        if (own.isEmpty()) {
            throw new IllegalStateException("build druid-specs first: no jar in " + built);
        }
        List<Path> jars = Stream.concat(own.stream(), Folders.jarsIn(built.resolve("druid-extension")).stream())
                .toList();
        Path folder = extensions.resolve(EXTENSION);
        if (isUpToDate(folder, jars)) {
            return;
        }
        progress.accept("bringing Druid's extension " + EXTENSION + " up to date");
        Directories.delete(folder);
        Files.createDirectories(folder);
        for (Path jar : jars) {
            Files.copy(jar, folder.resolve(jar.getFileName()));
        }
    }

    private static boolean isUpToDate(Path folder, List<Path> jars) throws IOException {
        if (Folders.jarsIn(folder).size() != jars.size()) {
            return false;
        }
        for (Path jar : jars) {
            Path copy = folder.resolve(jar.getFileName());
            if (!Files.exists(copy) || Files.mismatch(jar, copy) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Hash of the sources from which the folder was filled, without build output. */
    private static String fingerprint(Path sources) throws IOException {
        MessageDigest digest = sha256();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !sources.relativize(file).toString().contains("target"))
                    .sorted()
                    .toList()) {
                digest.update(sources.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without SHA-256", e);
        }
    }
}
