package com.fusioncommerce.platform.druid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Puts Druid together in a folder: {@code lib/}, {@code ext/<extension>/} and {@code launcher/}. */
public final class DruidDist {
    private static final String MARKER = "complete";
    private static final String EXTENSION = "confluent-avro";
    private static final int SHOWN_CHARACTERS = 4_000;

    private DruidDist() {}

    /**
     * Fills the folder through Maven where that has not been done from these sources yet, and brings our extension up
     * to date.
     *
     * @param repoRoot the repository; its module {@code druid-specs} must have been packaged
     * @param distDir the folder to fill
     * @param progress is told what happens, a line a step
     * @throws IllegalStateException if Maven fails, with the end of what it said
     * @throws UncheckedIOException if a file cannot be read or written
     */
    public static void ensure(Path repoRoot, Path distDir, Consumer<String> progress) {
        Path sources = repoRoot.resolve("platform").resolve("servers").resolve("druid");
        Path marker = distDir.resolve(MARKER);
        try {
            Files.createDirectories(distDir);
            String fingerprint = fingerprint(sources);
            if (!Files.exists(marker) || !Files.readString(marker).equals(fingerprint)) {
                progress.accept("downloading Druid (190 MB, once)");
                Files.deleteIfExists(marker);
                runMaven(sources.resolve("pom.xml"), distDir);
                Files.writeString(marker, fingerprint);
            }
            copyExtension(repoRoot.resolve("druid-specs").resolve("target"), distDir.resolve("ext"), progress);
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
                        "mvn",
                        "--batch-mode",
                        "--file",
                        pom.toString(),
                        "-Ddruid.dist=" + distDir.toAbsolutePath(),
                        "package")
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

    /** The extension: the jar of druid-specs, and beside it what Druid does not bring. */
    private static void copyExtension(Path built, Path extensions, Consumer<String> progress) throws IOException {
        Path folder = Files.createDirectories(extensions.resolve(EXTENSION));
        List<Path> jars = new ArrayList<>(jarsIn(built));
        jars.addAll(jarsIn(built.resolve("druid-extension")));
        if (jars.isEmpty()) {
            throw new IllegalStateException("build druid-specs first: no jar in " + built);
        }
        boolean changed = false;
        for (Path jar : jars) {
            Path copy = folder.resolve(jar.getFileName());
            if (!Files.exists(copy) || Files.mismatch(jar, copy) >= 0) {
                Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
                changed = true;
            }
        }
        if (changed) {
            progress.accept("brought Druid's extension " + EXTENSION + " up to date");
        }
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().endsWith("-tests.jar"))
                    .toList();
        }
    }

    /** What the folder was made from; the build's own output is left out. */
    private static String fingerprint(Path sources) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
}
