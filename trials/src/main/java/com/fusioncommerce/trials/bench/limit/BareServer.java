package com.fusioncommerce.trials.bench.limit;

import com.fusioncommerce.trials.bench.Await;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Baseline: the API's HTTP server with one handler that answers every request with the same bytes. It runs as its own
 * process, on the same Java with the same collector, so that only the handler's work differs.
 */
final class BareServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LOOPBACK = "127.0.0.1";

    private final Process process;
    private final URI url;

    private BareServer(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Runs the server until its standard input ends, as happens when its parent ends. Arguments: a port, and a file
     * with the bytes of the answer.
     *
     * @throws IOException if the file or the standard input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        byte[] body = Files.readAllBytes(Path.of(arguments[1]));
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/*", context -> context.contentType("application/json")
                            .result(body));
                })
                .start(LOOPBACK, port);
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    /** Starts a server that answers with these bytes, and returns when it listens. */
    static BareServer start(byte[] body, Path directory) throws Exception {
        Path file = Files.createTempFile(directory, "bare-", ".json");
        Files.write(file, body);
        int port = freePort();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        Integer.toString(port),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("bare-server.log").toFile())
                .start();
        BareServer server = new BareServer(process, URI.create("http://" + LOOPBACK + ":" + port));
        Await.until("the bare server listens", PATIENCE, server::listens);
        return server;
    }

    URI url() {
        return url;
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the bare server ended with " + process.exitValue());
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
