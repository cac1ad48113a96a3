package com.fusioncommerce.api.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.api.auth.InstanceSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class PeersTest {
    @Test
    void an_instance_that_begins_to_answer_and_hangs_is_given_up() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Socket> accepted = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            Socket socket = server.accept();
                            socket.getOutputStream()
                                    .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"
                                            .getBytes(StandardCharsets.UTF_8));
                            return socket;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    executor);
            URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1/products/A");
            var answer = new Peers(executor, new PeerProof(InstanceSecret.alone())).send(HttpRequest.newBuilder(uri));
            assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(TimeoutException.class)
                    .isInstanceOf(ExecutionException.class);
            try (Socket socket = accepted.get()) {
                socket.setSoTimeout(10_000);
                assertThat(socket.getInputStream().readAllBytes())
                        .as("the connection is closed after the request")
                        .isNotEmpty();
            }
        } finally {
            executor.shutdownNow();
        }
    }
}
