package com.fusioncommerce.trials.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.druid.DruidQuery;
import com.fusioncommerce.druid.QueryArguments;
import com.fusioncommerce.platform.Fusion;
import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.trials.e2e.SharedPlatform.Running;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.NewOrder;
import com.fusioncommerce.workloads.client.NewProduct;
import com.fusioncommerce.workloads.client.PlacedOrder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders of the largest possible total within one minute, so many that their sum exceeds 64 bits. */
@ExtendWith(SharedPlatform.class)
class LargeSumsIT {
    private static final String TENANT = "giants";
    private static final int ORDERS = 1_100;
    private static final long UNITS = 100;
    private static final BigDecimal PRICE = new BigDecimal("900719925474.0990");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double PATIENCE_MS = 180_000;
    private static final BigInteger SUM = BigInteger.valueOf(Amounts.MOST).multiply(BigInteger.valueOf(ORDERS));

    @Test
    void the_sum_of_the_largest_orders_is_right_in_druid_on_the_page_and_for_the_checker(Running platform)
            throws Exception {
        FusionClient client = platform.client(TENANT);
        Instant noon = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(12));
        sells(client, "GOLD", PRICE, UNITS * ORDERS);
        sells(client, "TIN", new BigDecimal("0.0100"), 1);
        List<CompletableFuture<PlacedOrder>> placed = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            placed.add(client.placeOrder(order("GOLD", UNITS, PRICE, "g" + i, noon), "gold-" + i));
        }
        placed.add(client.placeOrder(order("TIN", 1, new BigDecimal("0.0100"), "t", noon), "tin"));
        CompletableFuture.allOf(placed.toArray(CompletableFuture[]::new)).join();
        assertThat(SUM).isGreaterThan(BigInteger.valueOf(Long.MAX_VALUE));

        QueryArguments ever = QueryArguments.ofTenant(TENANT)
                .currency("GBP")
                .limit(10)
                .between(noon.minus(Duration.ofDays(1)), noon.plus(Duration.ofDays(1)));
        Awaitility.await("Druid's sums are exact").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(platform.druid(DruidQuery.TOTALS, ever)).singleElement().satisfies(row -> {
                assertThat(row.number("grossOrders")).isEqualTo(ORDERS + 1);
                assertThat(row.sum("grossRevenue")).isEqualTo(SUM.add(BigInteger.ONE));
                assertThat(row.sum("revenue")).isEqualTo(SUM.add(BigInteger.ONE));
                assertThat(row.sum("grossUnits")).isEqualTo(UNITS * ORDERS + 1);
            });
            assertThat(platform.druid(DruidQuery.TOP_PRODUCTS, ever))
                    .extracting(row -> row.text("sku") + " " + row.sum("revenue"))
                    .containsExactly("GOLD " + SUM, "TIN 1");
        });

        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.page(new Browser.NewPageOptions());
            page.navigate(platform.config().apiUrl() + "/dashboards#token=" + platform.token(TENANT));
            assertThat(page.locator("body[data-ready]"))
                    .isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(PATIENCE_MS));
            page.locator("[data-range=all]").click();
            assertThat(page.locator("#total-revenue"))
                    .hasText(
                            "£99,079,191,802,150,890.01",
                            new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
            assertThat(page.locator("#top-products"))
                    .hasAttribute("aria-label", "GOLD £99,079,191,802,150,890.00, TIN £0.01");
        }
        assertThat(Fusion.run(
                        "check",
                        "--tenant",
                        TENANT,
                        "--drained",
                        "--home",
                        platform.home().toString()))
                .isZero();
    }

    private static void sells(FusionClient client, String sku, BigDecimal price, long units) {
        client.createProduct(new NewProduct(sku, sku, price, "GBP"), "product-" + sku)
                .join();
        client.setStock(sku, units, "stock-" + sku).join();
    }

    private static NewOrder order(String sku, long units, BigDecimal price, String reference, Instant at) {
        return new NewOrder(
                "c-" + reference,
                "GB",
                "GB",
                "GBP",
                "web",
                List.of(new NewOrder.Line(sku, units, price)),
                at,
                reference);
    }
}
