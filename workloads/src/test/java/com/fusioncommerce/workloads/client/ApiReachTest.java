package com.fusioncommerce.workloads.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ApiReachTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, UTF_8);

    @Test
    void any_answer_will_do() throws Exception {
        try (ApiStandIn api = new ApiStandIn()) {
            ApiReach.await(api.url(), Duration.ofSeconds(10), out);
        }
        assertThat(said.toString(UTF_8)).isEmpty();
    }

    @Test
    void an_address_where_nothing_listens_fails_after_the_wait_that_was_said() throws Exception {
        URI dead;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dead = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        long start = System.nanoTime();

        assertThatThrownBy(() -> ApiReach.await(dead, Duration.ofSeconds(1), out))
                .isInstanceOf(ApiUnreachableException.class)
                .hasMessageContaining(dead + " gave no answer for 1 s")
                .hasMessageContaining("is that its address?");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(said.toString(UTF_8)).contains("waiting up to 1 s");
    }

    @Test
    void one_that_takes_connections_and_says_nothing_fails_too() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort());

            assertThatThrownBy(() -> ApiReach.await(url, Duration.ofSeconds(1), out))
                    .isInstanceOf(ApiUnreachableException.class);
        }
    }
}
