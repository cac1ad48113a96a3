package com.fusioncommerce.trials.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.druid.DruidQuery;
import com.fusioncommerce.druid.QueryArguments;
import com.fusioncommerce.druid.Row;
import com.fusioncommerce.trials.e2e.SharedPlatform.Running;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.NewOrder;
import com.fusioncommerce.workloads.client.NewProduct;
import com.fusioncommerce.workloads.client.PlacedOrder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class DashboardIT {
    private static final double PATIENCE_MS = 90_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final LocatorAssertions.HasTextOptions SOON =
            new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS);

    private final List<String> errors = new ArrayList<>();

    @Test
    void revenue_is_what_lives_and_what_was_refused_or_cancelled_stands_beside_it(Running platform) throws Exception {
        FusionClient client = platform.shop("screens", 100);
        List<PlacedOrder> placed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            placed.add(
                    client.placeOrder(Running.mugs("c" + i, 2), "screen-" + i).join());
        }
        assertThat(client.placeOrder(Running.mugs("c4", 200), "too-many")).failsWithin(PATIENCE);
        PlacedOrder last = placed.get(2);
        platform.awaitStatus(client, last.orderId(), "confirmed");
        client.cancelOrder(last.orderId(), "changed my mind", null, "cancel").join();
        platform.shop("other-screens", 100)
                .placeOrder(Running.mugs("c9", 9), "other")
                .join();

        try (Chromium chromium = Chromium.start()) {
            Page page = open(chromium, platform, "screens", Looks.DESKTOP);
            assertThat(page.locator("#cancelled-revenue")).hasText("£5.10", SOON);
            assertThat(page.locator("#total-revenue")).hasText("£10.20", SOON);
            assertThat(page.locator("#total-orders")).hasText("2");
            assertThat(page.locator("#total-units")).hasText("4");
            assertThat(page.locator("#total-average")).hasText("£5.10");
            assertThat(page.locator("#total-customers")).hasText("4");
            assertThat(page.locator("#gross-revenue")).hasText("£525.30");
            assertThat(page.locator("#gross-orders")).hasText("4 orders");
            assertThat(page.locator("#refused-revenue")).hasText("£510.00");
            assertThat(page.locator("#refused-orders")).hasText("1 order");
            assertThat(page.locator("#top-products")).hasAttribute("aria-label", "MUG £10.20");
            assertThat(page.locator("#tenant")).containsText("screens");
            assertThat(page.locator("#freshness")).hasClass("fresh live");
            assertThat(page.locator("#freshness")).containsText("up to date");
            Chromium.shoot(page, "dashboard");

            client.placeOrder(Running.mugs("c5", 1), "screen-live").join();
            assertThat(page.locator("#total-orders")).hasText("3", SOON);
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void a_day_is_the_day_of_whoever_looks(Running platform) throws Exception {
        FusionClient client = platform.shop("days", 100);
        sold(client, "noon", "2025-12-05T12:00:00Z", "1.00");
        sold(client, "night", "2025-12-06T02:00:00Z", "2.00");

        try (Chromium chromium = Chromium.start()) {
            days(chromium, platform, "America/New_York", "5 Dec 2025", "5 Dec 2025", "£3.00");
            days(chromium, platform, "Europe/London", "5 Dec 2025", "6 Dec 2025", "£2.00");
            days(chromium, platform, "Asia/Tokyo", "5 Dec 2025", "6 Dec 2025", "£2.00");
            assertThat(errors).isEmpty();
        }
    }

    private void days(Chromium chromium, Running platform, String zone, String first, String last, String most)
            throws Exception {
        Page page = open(chromium, platform, "days", Looks.DESKTOP.in(zone));
        page.locator("[data-range=all]").click();
        assertThat(page.locator("#total-orders")).hasText("2", SOON);
        assertThat(page.locator("#zone")).hasText(zone);
        assertThat(page.locator("#over-time-title")).hasText("Orders and revenue by day");
        assertThat(page.locator("#over-time"))
                .hasAttribute(
                        "aria-label",
                        Pattern.compile("Net revenue from \\w+,? " + first + " to \\w+,? " + last + ", at most " + most
                                + " in one step"));
        Chromium.shoot(page, "dashboard-" + zone.substring(zone.indexOf('/') + 1));
    }

    @Test
    void a_day_on_which_clocks_change_is_one_day(Running platform) {
        FusionClient client = platform.shop("clocks", 100);
        // In New York the 2nd of November 2025 has 25 hours, from 04:00 to 05:00 of the next day in UTC.
        sold(client, "first", "2025-11-02T04:30:00Z", "1.00");
        sold(client, "last", "2025-11-03T04:30:00Z", "2.00");
        sold(client, "next", "2025-11-03T05:30:00Z", "4.00");
        QueryArguments arguments = QueryArguments.ofTenant("clocks")
                .currency("GBP")
                .between(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"))
                .period(Period.ofDays(1))
                .zone(ZoneId.of("America/New_York"));
        for (int i = 0; i < 10; i++) {
            Awaitility.await("days of New York").atMost(PATIENCE).untilAsserted(() -> {
                List<Row> days = platform.druid(DruidQuery.ORDERS_OVER_TIME, arguments);
                assertThat(days).extracting(row -> row.number("revenue")).containsExactly(300L, 400L);
                assertThat(days)
                        .extracting(row -> row.time("at").orElseThrow())
                        .containsExactly(Instant.parse("2025-11-02T04:00:00Z"), Instant.parse("2025-11-03T05:00:00Z"));
            });
        }
    }

    @Test
    void each_currency_has_its_own_numbers_and_decimals(Running platform) throws Exception {
        FusionClient client = platform.client("coins");
        for (int i = 1; i <= 21; i++) {
            sells(client, "EU-" + i, "EUR", "100.00", 1);
        }
        sells(client, "US-1", "USD", "2.55", 1);
        sells(client, "JP-1", "JPY", "1000", 1);
        sells(client, "KW-1", "KWD", "1.234", 1);
        sells(client, "BIG", "GBP", "9999.99", 1_000_000);

        try (Chromium chromium = Chromium.start()) {
            Page page = open(chromium, platform, "coins", Looks.DESKTOP);
            assertThat(page.locator("#total-orders")).hasText("21", SOON);
            assertThat(page.locator("#total-revenue")).hasText("€2,100.00");
            assertThat(page.locator("#currency option")).hasCount(5);
            shows(page, "USD", "$2.55", "US-1");
            shows(page, "JPY", "¥1,000", "JP-1");
            shows(page, "KWD", "KWD\u00a01.234", "KW-1");
            shows(page, "GBP", "£9,999,990,000.00", "BIG");
            fits(page);
            Chromium.shoot(page, "dashboard-large");

            Page phone = open(chromium, platform, "coins", Looks.PHONE.dark());
            assertThat(phone.locator("#total-orders")).hasText("21", SOON);
            shows(phone, "GBP", "£9,999,990,000.00", "BIG");
            fits(phone);
            Chromium.shoot(phone, "dashboard-phone-dark");
            assertThat(errors).isEmpty();
        }
    }

    private static void shows(Page page, String currency, String amount, String sku) {
        page.locator("#currency").selectOption(currency);
        assertThat(page.locator("#total-revenue")).hasText(amount, SOON);
        assertThat(page.locator("#top-products")).hasAttribute("aria-label", sku + " " + amount);
        assertThat(page.locator("#by-country")).hasAttribute("aria-label", "GB " + amount);
    }

    /** Checks that no number is cut off, and nothing overflows the window. */
    private static void fits(Page page) {
        for (Locator output : page.locator("output").all()) {
            assertThat(output.evaluate("o => o.scrollWidth <= o.clientWidth"))
                    .as(output.textContent())
                    .isEqualTo(true);
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void keys_reach_everything(Running platform) throws Exception {
        platform.shop("keys", 10).placeOrder(Running.mugs("c1", 1), "key").join();
        try (Chromium chromium = Chromium.start()) {
            Page page = open(chromium, platform, "keys", Looks.DESKTOP.dark());
            assertThat(page.locator("#total-orders")).hasText("1", SOON);
            for (int i = 0; i < 3; i++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");
            assertThat(page.locator("[data-range=all]")).hasAttribute("aria-pressed", "true");
            page.locator("#definitions summary").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#definitions dl")).isVisible();
            Chromium.shoot(page, "dashboard-dark");
        }
    }

    /** Window, time zone and colour scheme of a viewer. */
    private record Looks(int width, int height, String zone, ColorScheme scheme) {
        static final Looks DESKTOP = new Looks(1_400, 1_000, "Europe/London", ColorScheme.LIGHT);
        static final Looks PHONE = new Looks(360, 780, "Europe/London", ColorScheme.LIGHT);

        Looks in(String other) {
            return new Looks(width, height, other, scheme);
        }

        Looks dark() {
            return new Looks(width, height, zone, ColorScheme.DARK);
        }
    }

    private Page open(Chromium chromium, Running platform, String tenant, Looks looks) {
        Page page = chromium.page(new Browser.NewPageOptions()
                .setViewportSize(looks.width(), looks.height())
                .setTimezoneId(looks.zone())
                .setColorScheme(looks.scheme()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.navigate(platform.config().apiUrl() + "/dashboards#token=" + platform.token(tenant));
        // Waits until the script listens: an earlier click would be lost.
        assertThat(page.locator("body[data-ready]"))
                .isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(PATIENCE_MS));
        return page;
    }

    private static void sells(FusionClient client, String sku, String currency, String price, long units) {
        client.createProduct(new NewProduct(sku, sku, new BigDecimal(price), currency), "product-" + sku)
                .join();
        client.setStock(sku, units, "stock-" + sku).join();
        sold(client, sku, Instant.now().toString(), currency, sku, price, units);
    }

    /** Places an order with a past time, as an import does. */
    private static void sold(FusionClient client, String reference, String at, String price) {
        sold(client, reference, at, "GBP", "MUG", price, 1);
    }

    private static void sold(
            FusionClient client, String reference, String at, String currency, String sku, String price, long units) {
        NewOrder order = new NewOrder(
                "c-" + reference,
                "GB",
                "GB",
                currency,
                "web",
                List.of(new NewOrder.Line(sku, units, new BigDecimal(price))),
                Instant.parse(at),
                reference);
        client.placeOrder(order, reference).join();
    }
}
