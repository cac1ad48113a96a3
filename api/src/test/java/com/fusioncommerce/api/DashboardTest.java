package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.ApiClient.Answer;
import com.fusioncommerce.schemas.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardTest {
    private final ApiExtension.Shared shared;
    private final DruidStub druid = new DruidStub();
    private Api api;
    private ApiClient client;

    DashboardTest(ApiExtension.Shared shared) {
        this.shared = shared;
    }

    @BeforeAll
    void start() {
        api = shared.platform().starting(4, Map.of("FUSION_DRUID_URL", druid.url()));
        client = shared.newTenant().at(api);
    }

    @AfterAll
    void stop() {
        api.close();
        druid.close();
    }

    @Test
    void numbers_are_always_the_callers_tenants() {
        druid.answers(200, "[{\"event\":\"order.created\",\"events\":3}]");

        JsonNode answer = client.get("/dashboards/data/order-events?range=day").json();

        assertThat(answer.path("rows").path(0).path("events").longValue()).isEqualTo(3);
        assertThat(answer.path("step").textValue()).isEqualTo("PT15M");
        assertThat(druid.last().path("query").textValue()).contains("\"tenant\" = ?");
        assertThat(druid.last().path("parameters").findValuesAsText("value")).contains(client.tenant());
    }

    @Test
    void a_sum_of_more_than_64_bits_is_answered_to_the_last_digit() {
        druid.answers(200, """
                [{"sku":"GOLD","orders":2,"unitsHigh":0,"unitsLow":2,"revenueHigh":1099511627776,"revenueLow":3,
                  "grossUnitsHigh":null,"grossUnitsLow":null,"grossRevenueHigh":-1,"grossRevenueLow":1}]""");

        JsonNode row = client.get("/dashboards/data/top-products?range=all&currency=USD")
                .json()
                .path("rows")
                .path(0);

        assertThat(row)
                .hasToString("{\"sku\":\"GOLD\",\"orders\":2,\"units\":\"2\",\"revenue\":\"147573952589676412931\","
                        + "\"grossUnits\":\"0\",\"grossRevenue\":\"-134217727\"}");
    }

    @Test
    void the_currency_is_asked_of_druid_before_it_takes_the_first_rows() {
        druid.answers(200, "[]");

        client.get("/dashboards/data/top-products?range=all&currency=USD");

        String sql = druid.last().path("query").textValue();
        assertThat(sql.indexOf("\"currency\" = ?")).isBetween(0, sql.indexOf("LIMIT ?"));
        assertThat(druid.last().path("parameters").findValuesAsText("value")).contains("USD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"totals", "orders-over-time", "orders-by-country", "top-products", "fraud-scores", "decisions"})
    void no_chart_adds_up_different_currencies(String query) {
        Answer answer = client.get("/dashboards/data/" + query + "?range=all");

        assertThat(answer.problem()).isEqualTo("invalid_parameter");
        assertThat(answer.text()).contains("currency must be given");
        assertThat(client.get("/dashboards/data/" + query + "?currency=eur").problem())
                .isEqualTo("invalid_parameter");
    }

    @ParameterizedTest
    @CsvSource({"EUR, 2", "JPY, 0", "KWD, 3", "IQD, 3", "ZZZ, 2"})
    void an_answer_says_how_many_decimals_its_amounts_have(String currency, int digits) {
        druid.answers(200, "[]");

        JsonNode answer =
                client.get("/dashboards/data/totals?currency=" + currency).json();

        assertThat(answer.path("currency").textValue()).isEqualTo(currency);
        assertThat(answer.path("digits").intValue()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Argentina/Ushuaia", "UTC"})
    void days_are_asked_for_in_the_time_zone_of_whoever_looks(String zone) {
        druid.answers(200, "[]");

        JsonNode answer = client.get("/dashboards/data/orders-over-time?range=all&currency=EUR&zone=" + zone)
                .json();

        assertThat(answer.path("zone").textValue()).isEqualTo(zone);
        assertThat(druid.last().path("query").textValue()).contains("TIME_FLOOR(__time, ?, NULL, ?)");
        assertThat(druid.last().path("parameters").findValuesAsText("value")).containsSubsequence("P1D", zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nowhere/Town", "EST5", "%2B01:00", "SystemV/PST8", "Europe", "Europe/London'--", ""})
    void what_is_no_time_zone_is_refused(String zone) {
        assertThat(client.get("/dashboards/data/orders-over-time?currency=EUR&zone=" + zone)
                        .problem())
                .isEqualTo("invalid_parameter");
    }

    @Test
    void a_zone_may_be_as_long_as_an_address() {
        what_is_no_time_zone_is_refused("Europe" + "/a".repeat(3_000));
    }

    @Test
    void druid_being_down_is_said_so() {
        druid.answers(503, "{\"error\":\"starting\"}");

        Answer answer = client.get("/dashboards/data/totals?currency=GBP");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("analytics_unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void only_the_dashboards_queries_can_be_asked() {
        assertThat(client.get("/dashboards/data/drop-table").problem()).isEqualTo("unknown_query");
        assertThat(client.get("/dashboards/data/totals?range=century").problem())
                .isEqualTo("invalid_parameter");
    }

    @Test
    void who_is_not_logged_in_is_sent_to_log_in() {
        Answer page = client.with(null).get("/dashboards");

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).isEqualTo("/dashboards/login");
        Answer login = client.with(null).get("/dashboards/login");
        assertThat(login.text()).contains("dashboards:read");
        assertThat(client.with(null).get("/dashboards/data/totals?currency=GBP").problem())
                .isEqualTo("missing_token");
    }

    @Test
    void a_token_opens_a_session_in_a_cookie_that_scripts_cannot_read() {
        String token = shared.platform().token("acme", List.of("dashboards:read"), Duration.ofMinutes(5));
        ApiClient browser = client.with(null);

        Answer opened = browser.post("/dashboards/session", "{\"token\":\"" + token + "\"}");

        assertThat(opened.json().path("tenant").textValue()).isEqualTo("acme");
        assertThat(opened.json().has("druidConsole")).as("for operators").isFalse();
        String cookie = opened.header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/dashboards");
        String session = cookie.substring(0, cookie.indexOf(';'));
        assertThat(browser.get("/dashboards", "Cookie", session).text()).contains("<title>Orders");
        assertThat(browser.get("/dashboards/session", "Cookie", session).status())
                .isEqualTo(200);
        assertThat(browser.get("/v1/products", "Cookie", session).problem())
                .as("a cookie opens the dashboard only")
                .isEqualTo("missing_token");
        Answer closed = browser.method("DELETE", "/dashboards/session", "Cookie", session);
        assertThat(closed.header("Set-Cookie")).contains("Max-Age=0");
        for (String path : List.of("/dashboards/session", "/dashboards/data/orders")) {
            assertThat(browser.get(path, "Cookie", session).problem())
                    .as("a cookie that was kept: " + path)
                    .isEqualTo("invalid_token");
        }
        assertThat(browser.get("/dashboards", "Cookie", session).status()).isEqualTo(303);
        Answer again = browser.post("/dashboards/session", "{\"token\":\"" + token + "\"}");
        String anew = again.header("Set-Cookie").split(";", 2)[0];
        assertThat(browser.get("/dashboards/session", "Cookie", anew).status()).isEqualTo(200);
        assertThat(browser.get("/dashboards/session", "Cookie", session).status())
                .isEqualTo(401);
    }

    @Test
    void a_session_needs_the_scope_and_the_dashboards_own_page() {
        String powerless = shared.platform().token("acme", List.of("orders:read"), Duration.ofMinutes(5));
        String token = shared.platform().token("acme", List.of("dashboards:read"), Duration.ofMinutes(5));
        ApiClient browser = client.with(null);

        assertThat(browser.post("/dashboards/session", "{\"token\":\"" + powerless + "\"}")
                        .problem())
                .isEqualTo("insufficient_scope");
        String shoppers = shared.platform()
                .tokens()
                .issue("acme", Actor.shopper("ada"), List.of("dashboards:read"), Duration.ofMinutes(5));
        assertThat(browser.post("/dashboards/session", "{\"token\":\"" + shoppers + "\"}")
                        .problem())
                .isEqualTo("staff_only");
        assertThat(browser.post("/dashboards/session", "{\"token\":\"nonsense\"}")
                        .problem())
                .isEqualTo("invalid_token");
        assertThat(browser.post("/dashboards/session", "{\"token\":\"" + token + "\"}", "Sec-Fetch-Site", "cross-site")
                        .problem())
                .isEqualTo("foreign_origin");
        assertThat(browser.post("/dashboards/session", "{\"token\":\"" + token + "\"}", "Origin", "http://127.0.0.1:1")
                        .problem())
                .isEqualTo("foreign_origin");
        assertThat(browser.method("DELETE", "/dashboards/session", "Origin", "http://127.0.0.1:1")
                        .problem())
                .isEqualTo("foreign_origin");
    }

    @Test
    void the_page_runs_nothing_that_does_not_come_from_this_server() {
        Answer page = client.get("/dashboards");

        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .contains("default-src 'none'");
        assertThat(page.text())
                .doesNotContain("<script>")
                .doesNotContain("style=")
                .doesNotContain("onclick");
        for (String asset : List.of(
                "dashboard.css",
                "dashboard.js",
                "formats.js",
                "charts.js",
                "login.js",
                "favicon.svg",
                "echarts.min.js")) {
            assertThat(client.with(null).get("/dashboards/assets/" + asset).status())
                    .as(asset)
                    .isEqualTo(200);
        }
        assertThat(client.get("/dashboards/assets/..%2Fopenapi.json").problem()).isEqualTo("unknown_route");
    }
}
