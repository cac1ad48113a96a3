package com.fusioncommerce.flink.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.flink.FlinkConfigurations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the guard in front of Flink's own REST API. */
class BrowserGuardTest {
    private static final String JOB = "/jobs/00000000000000000000000000000001";

    private static MiniCluster cluster;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(FlinkConfigurations.cluster())
                .setNumTaskManagers(1)
                .build());
        cluster.start();
        port = cluster.getRestAddress().get().getPort();
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
    }

    @Test
    void a_program_on_this_machine_is_answered() throws IOException {
        assertThat(answer("GET /jobs/overview", "Host: 127.0.0.1:" + port)).startsWith("HTTP/1.1 200");
        assertThat(answer("GET /jobs/overview", "Host: localhost:" + port)).startsWith("HTTP/1.1 200");
    }

    @Test
    void its_own_page_is_answered_and_no_other_origin_is_allowed_to_read() throws IOException {
        String answer = answer(
                "GET /jobs/overview",
                "Host: 127.0.0.1:" + port,
                "Origin: http://127.0.0.1:" + port,
                "Sec-Fetch-Site: same-origin");

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("access-control-allow-origin: *");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1:1",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void a_page_of_another_site_is_refused(String header) throws IOException {
        assertThat(answer("GET /jobs/overview", "Host: 127.0.0.1:" + port, header))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Host: 127.0.0.1.evil.example:8081", "Accept: */*"})
    void another_name_for_this_machine_is_refused(String header) throws IOException {
        assertThat(answer("GET /jobs/overview", header)).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATCH " + JOB + "?mode=cancel",
                "GET " + JOB + "/yarn-cancel",
                "GET /v1" + JOB + "/yarn-stop",
                "POST " + JOB + "/stop",
                "GET " + JOB + "/yarn%2Dcancel",
                "GET " + JOB + "/yarn-cancel//",
                "GET /" + JOB + "/yarn-cancel?x=y",
                "GET /%6aobs/1/yarn-stop",
                "POST " + JOB + "/savepoints",
                "DELETE /cluster"
            })
    void nobody_ends_a_job(String request) throws IOException {
        assertThat(answer(request, "Host: 127.0.0.1:" + port)).startsWith("HTTP/1.1 403");
    }

    private static String answer(String request, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String text = request + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
