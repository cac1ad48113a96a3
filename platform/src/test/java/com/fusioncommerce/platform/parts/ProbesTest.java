package com.fusioncommerce.platform.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.platform.config.Loopback;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.config.Ports;
import com.fusioncommerce.platform.supervisor.Health;
import com.sun.net.httpserver.HttpServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private static final int NOBODY_LISTENS = Ports.free().of(Port.API);

    private HttpServer server;
    private String url;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(Loopback.address(0), 0);
        answer("/ready", 200, "leader");
        answer("/starting", 503, "");
        server.start();
        url = "http://" + Loopback.TEXT + ":" + server.getAddress().getPort();
    }

    private void answer(String path, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void an_answer_of_200_is_up() {
        assertThat(Probes.http(url + "/ready").check()).isEqualTo(Health.ok());
    }

    @Test
    void another_answer_is_down_and_told() {
        assertThat(Probes.http(url + "/starting").check()).isEqualTo(Health.down(url + "/starting answers 503"));
    }

    @Test
    void an_answer_that_does_not_satisfy_is_down() {
        assertThat(Probes.http(url + "/ready", "follower"::equals).check().up()).isFalse();
        assertThat(Probes.http(url + "/ready", "leader"::equals).check().up()).isTrue();
    }

    @Test
    void a_port_where_nobody_listens_is_down() {
        assertThat(Probes.tcp(NOBODY_LISTENS).check().up()).isFalse();
        assertThat(Probes.http("http://" + Loopback.TEXT + ":" + NOBODY_LISTENS)
                        .check()
                        .up())
                .isFalse();
        assertThat(new KafkaProbes(Loopback.TEXT + ":" + NOBODY_LISTENS)
                        .registered(NOBODY_LISTENS, 1)
                        .check()
                        .up())
                .isFalse();
        assertThat(Probes.tcp(server.getAddress().getPort()).check()).isEqualTo(Health.ok());
    }
}
