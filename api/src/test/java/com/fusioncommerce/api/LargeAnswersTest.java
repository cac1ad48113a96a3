package com.fusioncommerce.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that large answers are paged or streamed, and that a client that does not read blocks no other. */
@ExtendWith(ApiExtension.class)
class LargeAnswersTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int LARGE_PRODUCTS = 40;
    private static final int STALLED = 12;

    private final ApiExtension.Shared shared;
    private ApiClient client;

    LargeAnswersTest(ApiExtension.Shared shared) {
        this.shared = shared;
    }

    @BeforeEach
    void newTenant() {
        client = shared.newTenant();
    }

    @Test
    void pages_of_large_products_are_bounded_by_bytes_and_miss_none() {
        List<String> created = largeProducts();

        assertThat(listed(client)).containsExactlyElementsOf(created);
    }

    @Test
    void pages_merged_from_two_instances_are_bounded_by_bytes_and_miss_none() {
        List<String> created = largeProducts();
        try (Api other = shared.platform().api(3, Map.of())) {
            assertThat(listed(client.at(other))).containsExactlyElementsOf(created);
        }
    }

    @Test
    void streams_that_resume_and_stall_hold_up_no_other_that_resumes() throws IOException {
        String start;
        try (SseReader watcher = SseReader.open(client, "/v1/events", null)) {
            client.stocked("tea", "1", 1);
            watcher.await("product.created", SOON);
            start = watcher.first("product.created").id();
        }
        largeProducts();
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < STALLED; i++) {
                stalled.add(stalled(start));
            }
            try (SseReader resumed = SseReader.open(client, "/v1/events?types=product.created", start)) {
                resumed.await("product.created", LARGE_PRODUCTS, SOON);
            }
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    private static List<String> listed(ApiClient instance) {
        List<String> listed = new ArrayList<>();
        int pages = 0;
        String next = "";
        while (next != null) {
            ApiClient.Answer page =
                    page(instance, "/v1/products?limit=500" + (next.isEmpty() ? "" : "&cursor=" + next));
            assertThat(page.body().length).isLessThan(1_100_000);
            page.json()
                    .path("items")
                    .forEach(item -> listed.add(item.path("sku").textValue()));
            next = page.json().path("next").textValue();
            pages++;
        }
        assertThat(pages).isGreaterThan(1);
        return listed;
    }

    /** A page, once no state moves between instances. */
    private static ApiClient.Answer page(ApiClient instance, String path) {
        AtomicReference<ApiClient.Answer> page = new AtomicReference<>();
        Await.until("a page of the list", Duration.ofSeconds(60), () -> {
            page.set(instance.get(path));
            return page.get().status() == 200;
        });
        return page.get();
    }

    private Socket stalled(String start) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4 << 10);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), shared.api().port()));
        String request = "GET /v1/events HTTP/1.1\r\nHost: x\r\nLast-Event-ID: " + start + "\r\nAuthorization: Bearer "
                + shared.platform().token(client.tenant(), ApiEnvironment.ALL_SCOPES, Duration.ofMinutes(5))
                + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(UTF_8));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }

    /** Creates products of some 60 kB each: 2.4 MB of answers and of events. */
    private List<String> largeProducts() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            attributes
                    .append(i == 0 ? "" : ",")
                    .append("\"a")
                    .append(i)
                    .append("\":\"")
                    .append("€".repeat(500))
                    .append('"');
        }
        List<String> skus = new ArrayList<>();
        for (int i = 10; i < 10 + LARGE_PRODUCTS; i++) {
            String sku = "large-" + i;
            ApiClient.Answer created = client.post(
                    "/v1/products",
                    "{\"sku\":\"" + sku + "\",\"name\":\"n\",\"description\":\"" + "€".repeat(4_000)
                            + "\",\"unitPrice\":\"1\",\"currency\":\"GBP\",\"attributes\":{" + attributes + "}}");
            assertThat(created.status()).isEqualTo(201);
            skus.add(sku);
        }
        return skus;
    }
}
