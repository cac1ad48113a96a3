package com.fusioncommerce.trials.e2e;

import static com.fusioncommerce.trials.e2e.SharedPlatform.PATIENCE;
import static com.fusioncommerce.trials.e2e.SharedPlatform.Running.mugs;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.trials.e2e.SharedPlatform.Running;
import com.fusioncommerce.workloads.client.ClientSettings;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.NewProduct;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class SecondInstanceIT {
    private static final String TENANT = "pair";
    private static final List<String> SKUS =
            IntStream.range(0, 12).mapToObj(i -> "SKU" + i).toList();

    @Test
    void two_api_processes_answer_for_all_keys_and_one_takes_over_when_the_other_is_killed(Running platform)
            throws Exception {
        FusionClient first = platform.shop(TENANT, 100);
        int port = freePort();
        Process process = start(platform, port);
        try {
            FusionClient second =
                    new FusionClient(ClientSettings.of(URI.create("http://127.0.0.1:" + port), platform.token(TENANT)));
            for (String sku : SKUS) {
                second.createProduct(new NewProduct(sku, sku, BigDecimal.ONE, "GBP"), sku)
                        .join();
            }
            assertAllAnsweredBy(first);
            assertAllAnsweredBy(second);
            String order = second.placeOrder(mugs(1), "by-second").join().orderId();

            process.destroyForcibly();
            process.waitFor();

            assertAllAnsweredBy(first);
            assertThat(first.order(order).join()).isPresent();
            assertThat(first.placeOrder(mugs(1), "by-first").join().status()).isIn("reserved", "confirmed");
        } finally {
            process.destroyForcibly();
        }
    }

    /** The client retries while a rebalance moves keys, until its patience ends. */
    private static void assertAllAnsweredBy(FusionClient client) {
        Awaitility.await("every key is answered for").atMost(PATIENCE).untilAsserted(() -> {
            for (String sku : SKUS) {
                assertThat(client.hasProduct(sku).join()).as(sku).isTrue();
            }
        });
    }

    private static Process start(Running platform, int port) throws IOException {
        PlatformConfig config = platform.config();
        Path module = config.root().resolve("api/target");
        Path jar = module.resolve("api-0.1.0-SNAPSHOT.jar");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        jar + ":" + module.resolve("lib") + "/*",
                        "com.fusioncommerce.api.Main")
                .redirectErrorStream(true)
                .redirectOutput(config.home().logs().resolve("api-second.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "FUSION_KAFKA", config.kafka(),
                        "FUSION_REGISTRY_URL", config.registryUrl(),
                        "FUSION_API_PORT", Integer.toString(port),
                        "FUSION_API_ADVERTISED", "127.0.0.1:" + port,
                        "FUSION_API_INSTANCE", "1",
                        "FUSION_STATE_DIR", config.home().data("api-second").toString(),
                        "FUSION_PEER_SECRET_FILE", config.home().peerSecret().toString(),
                        "FUSION_JWKS", config.home().jwks().toString()));
        Process process = builder.start();
        Awaitility.await("the second API is ready").atMost(PATIENCE).until(() -> {
            assertThat(process.isAlive()).isTrue();
            return ready(port);
        });
        return process;
    }

    private static boolean ready(int port) throws InterruptedException {
        try {
            HttpResponse<Void> health = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            return health.statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
