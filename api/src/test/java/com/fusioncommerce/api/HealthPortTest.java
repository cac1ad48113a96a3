package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.testing.FreePorts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that the separate health port serves health and metrics only. */
class HealthPortTest {
    @Test
    void health_and_metrics_are_answered_on_a_port_of_their_own() throws Exception {
        int port = FreePorts.take();
        try (ApiEnvironment platform = ApiEnvironment.start();
                Api api = platform.api(0, Map.of("FUSION_API_HEALTH_PORT", Integer.toString(port)))) {
            assertThat(status(port, "/health/live")).isEqualTo(200);
            assertThat(status(port, "/health/ready")).isEqualTo(200);
            assertThat(status(port, "/metrics")).isEqualTo(200);
            assertThat(status(port, "/v1/products")).isEqualTo(404);
            assertThat(status(api.port(), "/health/live")).isEqualTo(200);
        }
    }

    private static int status(int port, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
