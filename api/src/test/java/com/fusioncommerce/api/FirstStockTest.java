package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiExtension.class)
class FirstStockTest {
    private static final String PRODUCT =
            "{\"sku\":\"%s\",\"name\":\"Tea\",\"unitPrice\":\"1\",\"currency\":\"GBP\",\"inventoryCount\":%s%s}";

    private final ApiExtension.Shared shared;

    FirstStockTest(ApiExtension.Shared shared) {
        this.shared = shared;
    }

    @Test
    void a_product_is_created_with_its_first_stock() {
        ApiClient client = shared.newTenant();

        assertThat(client.post("/v1/products", PRODUCT.formatted("tea", 7, "")).status())
                .isEqualTo(201);
        assertThat(client.post("/v1/products", PRODUCT.formatted("mug", 0, ",\"inventoryPool\":\"north\""))
                        .status())
                .isEqualTo(201);

        Await.until(
                "stock of tea",
                Duration.ofSeconds(15),
                () -> client.get("/v1/stock/main/tea").json().path("onHand").longValue() == 7);
        Await.until(
                "stock of mugs",
                Duration.ofSeconds(15),
                () -> client.get("/v1/stock/north/mug").status() == 200);
        assertThat(client.order("tea", 7).status()).isEqualTo(201);
    }

    @Test
    void first_stock_needs_the_scope_for_stock_and_a_count_that_can_be() {
        ApiClient client = shared.newTenant();
        ApiClient catalogOnly =
                client.with(shared.platform().token(client.tenant(), List.of("catalog:write"), Duration.ofMinutes(5)));

        assertThat(catalogOnly
                        .post("/v1/products", PRODUCT.formatted("tea", 7, ""))
                        .problem())
                .isEqualTo("insufficient_scope");
        assertThat(client.post("/v1/products", PRODUCT.formatted("tea", -1, "")).status())
                .isEqualTo(422);
        assertThat(client.post("/v1/products", PRODUCT.formatted("tea", "\"many\"", ""))
                        .status())
                .isEqualTo(400);
        assertThat(client.get("/v1/products/tea").status()).isEqualTo(404);
    }
}
