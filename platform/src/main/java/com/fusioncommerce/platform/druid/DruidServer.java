package com.fusioncommerce.platform.druid;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Configures a small Druid: ZooKeeper, and one JVM with coordinator (overlord too), broker, historical, indexer and
 * router. All processes listen on 127.0.0.1 only; all state lies in the work folder and survives a restart.
 */
public final class DruidServer {
    private static final String HEAP = "1000m";

    /** Direct memory for Kafka batches, query buffers and network buffers. */
    private static final String DIRECT_MEMORY = "400m";

    /** Bytes of heap that all ingestion tasks together may use before they spill to disk. */
    private static final long INGESTION_HEAP_BYTES = 300_000_000;

    private static final List<String> OPENED_TO_DRUID = List.of(
            "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

    private final Path dist;
    private final Path work;

    private DruidServer(Path dist, Path work) {
        this.dist = dist;
        this.work = work;
    }

    /**
     * The ports of a Druid, all on 127.0.0.1.
     *
     * @param router the port for clients: SQL, supervisors, console
     */
    public record Ports(
            int zookeeper, int derby, int coordinator, int broker, int historical, int indexer, int router) {
        Map<String, Integer> ofServices() {
            return Map.of(
                    "coordinator", coordinator,
                    "broker", broker,
                    "historical", historical,
                    "indexer", indexer,
                    "router", router);
        }
    }

    /**
     * Writes the configuration and keeps the data that is already in the work folder.
     *
     * @param distDir the folder filled by {@link DruidDist#ensure}
     * @param workDir the folder for configuration, metadata, segments and temporary files
     * @throws UncheckedIOException if it cannot be written
     */
    public static DruidServer prepare(Path distDir, Path workDir, Ports ports) {
        DruidServer server = new DruidServer(distDir.toAbsolutePath(), workDir.toAbsolutePath());
        try {
            server.writeConfiguration(ports);
            for (String folder : List.of("zookeeper", "segments", "segment-cache", "tmp")) {
                Files.createDirectories(server.work.resolve(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare Druid in " + workDir, e);
        }
        return server;
    }

    /** The command line of ZooKeeper, which is started before Druid and stopped after it. */
    public List<String> zookeeperCommand() {
        List<String> command = java("64m", "32m");
        command.add("-Djava.io.tmpdir=" + work.resolve("tmp"));
        command.add("-cp");
        command.add(configuration("zookeeper") + File.pathSeparator + dist.resolve("lib") + "/*");
        command.add("org.apache.zookeeper.server.ZooKeeperServerMain");
        command.add(configuration("zookeeper").resolve("zoo.cfg").toString());
        return List.copyOf(command);
    }

    /** The command line of Druid: one JVM with five services. */
    public List<String> druidCommand() {
        List<String> command = java(HEAP, DIRECT_MEMORY);
        command.addAll(OPENED_TO_DRUID);
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Djava.io.tmpdir=" + temporary().resolve("jvm"));
        command.add("-Dderby.stream.error.file=" + work.resolve("derby.log"));
        command.add("-Dlog4j2.isThreadContextMapInheritable=true");
        command.add(
                "-Djava.util.logging.config.file=" + configuration("_common").resolve("logging.properties"));
        command.add("-cp");
        command.add(dist.resolve("launcher").resolve("druid-launcher.jar").toString());
        command.add("com.fusioncommerce.platform.druid.launcher.DruidLauncher");
        command.add(dist.resolve("lib").toString());
        command.add(work.resolve("conf").toString());
        command.add(temporary().toString());
        return List.copyOf(command);
    }

    private static List<String> java(String heap, String directMemory) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:MaxDirectMemorySize=" + directMemory,
                "-XX:+UseSerialGC",
                // C1 only, as measured: a third less CPU than with C2 from the start to 500,000 rows ingested.
                "-XX:TieredStopAtLevel=1",
                "-XX:ErrorFile=crash.log",
                "-XX:ReplayDataFile=crash-replay.log",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8"));
    }

    private void writeConfiguration(Ports ports) throws IOException {
        Map<String, String> values = new HashMap<>();
        values.put("dist", dist.toString());
        values.put("work", work.toString());
        values.put("temporary", temporary().toString());
        values.put("zookeeper.port", String.valueOf(ports.zookeeper()));
        values.put("derby.port", String.valueOf(ports.derby()));
        values.put("ingestion.heap.bytes", String.valueOf(INGESTION_HEAP_BYTES));
        write("common.properties", configuration("_common").resolve("common.runtime.properties"), values);
        write("logging.properties", configuration("_common").resolve("logging.properties"), values);
        write("log4j2.xml", configuration("_common").resolve("log4j2.xml"), values);
        write("zoo.cfg", configuration("zookeeper").resolve("zoo.cfg"), values);
        write("log4j2.xml", configuration("zookeeper").resolve("log4j2.xml"), values);
        for (Map.Entry<String, Integer> service : ports.ofServices().entrySet()) {
            Path folder = configuration(service.getKey());
            values.put("port", String.valueOf(service.getValue()));
            write(service.getKey() + ".properties", folder.resolve("runtime.properties"), values);
        }
    }

    private Path temporary() {
        return work.resolve("temporary");
    }

    private Path configuration(String service) {
        return work.resolve("conf").resolve(service);
    }

    private static void write(String template, Path file, Map<String, String> values) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, ConfigTemplate.load(template).fill(values));
    }
}
