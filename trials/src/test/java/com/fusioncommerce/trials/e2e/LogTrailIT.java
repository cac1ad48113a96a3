package com.fusioncommerce.trials.e2e;

import static com.fusioncommerce.trials.e2e.SharedPlatform.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fusioncommerce.platform.Fusion;
import com.fusioncommerce.trials.e2e.SharedPlatform.Running;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class LogTrailIT {
    private static final String TENANT = "trail";
    /** Length of a timestamp with milliseconds. */
    private static final int TIME = 24;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OURS = Set.of("api.log", "flink.log", "supervisor.log");

    @Test
    void an_order_leaves_a_trail_over_api_streams_and_flink_and_every_line_of_every_log_is_json(Running platform)
            throws IOException, InterruptedException {
        platform.shop(TENANT, 10);
        String correlationId = "trail-of-an-order";
        assertThat(place(platform, correlationId).statusCode()).isEqualTo(201);

        Awaitility.await("the order is confirmed in the logs").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        trail(platform, correlationId))
                .anyMatch(line -> line.contains("order.confirmed")));
        assertThat(trail(platform, correlationId))
                .anyMatch(line -> line.contains(" api ") && line.contains("POST /v1/orders 201"))
                .anyMatch(line -> line.contains(" api ") && line.contains("accepted PlaceOrder"))
                .anyMatch(line -> line.contains(" api ") && line.contains("decided PlaceOrder"))
                .anyMatch(line -> line.contains(" flink ") && line.contains("scored "))
                .isSortedAccordingTo(Comparator.comparing(line -> line.substring(0, TIME)));

        try (Stream<Path> files = Files.list(platform.config().home().logs())) {
            List<Path> logs = files.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .toList();
            assertThat(logs)
                    .extracting(file -> file.getFileName().toString())
                    .contains(
                            "api.log",
                            "druid.log",
                            "flink.log",
                            "kafka.log",
                            "registry.log",
                            "supervisor.log",
                            "zookeeper.log");
            for (Path log : logs) {
                assertHasTheShape(log);
            }
        }
    }

    private static void assertHasTheShape(Path log) throws IOException {
        String text = Files.readString(log);
        List<String> whole =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        assertThat(whole).as(log.toString()).isNotEmpty();
        for (String line : whole) {
            JsonNode fields = JSON.readTree(line);
            assertThat(Instant.parse(fields.path("time").asText())).as(line).isAfter("2020-01-01T00:00:00Z");
            assertThat(fields.path("time").asText()).as(line).hasSize("2026-01-01T00:00:00.000Z".length());
            for (String field : List.of("level", "logger", "thread", "message")) {
                assertThat(fields.path(field).isTextual())
                        .as(field + " in " + line)
                        .isTrue();
            }
            assertThat(fields.path("logger").asText()).as(line).isNotEmpty();
            if (OURS.contains(log.getFileName().toString())) {
                assertThat(fields.path("message").asText()).as(line).doesNotContain("{}");
            }
        }
    }

    private static HttpResponse<String> place(Running platform, String correlationId)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(platform.config().apiUrl() + "/v1/orders"))
                .header("Authorization", "Bearer " + platform.token(TENANT))
                .header("Content-Type", "application/json")
                .header("X-Correlation-Id", correlationId)
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"customerId\":\"c1\",\"country\":\"GB\",\"channel\":\"web\","
                                + "\"lines\":[{\"sku\":\"MUG\",\"quantity\":1}]}"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The output of {@code fusion logs} for a correlation id. */
    private static List<String> trail(Running platform, String correlationId) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(shown, true, UTF_8));
        try {
            assertThat(Fusion.run("logs", "--home", platform.home().toString(), "--correlation", correlationId))
                    .isZero();
        } finally {
            System.setOut(before);
        }
        return new ArrayList<>(shown.toString(UTF_8).lines().toList());
    }
}
