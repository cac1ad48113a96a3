package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests lists of orders for staff. */
@ExtendWith(ApiExtension.class)
class OrderListTest {
    private final ApiExtension.Shared shared;
    private ApiClient staff;

    OrderListTest(ApiExtension.Shared shared) {
        this.shared = shared;
    }

    @BeforeEach
    void aShopWithOrdersOfThreeYears() {
        staff = shared.newTenant();
        staff.stocked("tea", "1", 100);
        place("anna", "2021-01-01T12:00:00Z", "a1");
        place("bob", "2022-01-01T12:00:00Z", "b2");
        place("anna", "2023-01-01T12:00:00Z", "a3");
        staff.post("/v1/orders/main~b2/cancel", "{}");
        shared.newTenant().stocked("tea", "1", 1);
    }

    @Test
    void everybodys_orders_come_newest_first_in_pages() {
        assertThat(ids("/v1/orders?limit=2")).containsExactly("main~a3", "main~b2", "main~a1");
    }

    @Test
    void orders_are_found_by_where_they_stand() {
        assertThat(ids("/v1/orders?status=cancelled")).containsExactly("main~b2");
        assertThat(ids("/v1/orders?status=refused,rejected")).isEmpty();
        assertThat(ids("/v1/orders?status=cancelled&customer=anna")).isEmpty();
    }

    @Test
    void orders_are_found_by_when_they_were_placed_from_the_first_moment_to_before_the_last() {
        assertThat(ids("/v1/orders?from=2022-01-01T12:00:00Z")).containsExactly("main~a3", "main~b2");
        assertThat(ids("/v1/orders?to=2022-01-01T12:00:00Z")).containsExactly("main~a1");
        assertThat(ids("/v1/orders?from=2021-06-01T00:00:00Z&to=2022-06-01T00:00:00Z"))
                .containsExactly("main~b2");
        assertThat(ids("/v1/orders?customer=anna&from=2022-01-01T00:00:00Z")).containsExactly("main~a3");
    }

    @Test
    void who_may_only_place_orders_names_a_customer() {
        ApiClient head =
                staff.with(shared.platform().token(staff.tenant(), List.of("orders:write"), Duration.ofMinutes(5)));

        assertThat(head.get("/v1/orders").problem()).isEqualTo("insufficient_scope");
        assertThat(head.get("/v1/orders?customer=anna").json().path("items")).hasSize(2);
    }

    @Test
    void what_cannot_be_a_filter_is_refused() {
        for (String query : List.of(
                "status=gone",
                "status=",
                "from=yesterday",
                "to=2022",
                "customer=*",
                "from=2022-01-01T00:00:00Z&to=2022-01-01T00:00:00Z")) {
            assertThat(staff.get("/v1/orders?" + query).problem()).as(query).isEqualTo("invalid_parameter");
        }
        String cursor = staff.get("/v1/orders?limit=1").json().path("next").textValue();
        assertThat(staff.get("/v1/orders?limit=1&status=cancelled&cursor=" + cursor)
                        .problem())
                .as("a cursor of another list")
                .isEqualTo("invalid_cursor");
    }

    private void place(String customer, String placedAt, String reference) {
        String order = "{\"customerId\":\"%s\",\"country\":\"GB\",\"placedAt\":\"%s\",\"reference\":\"%s\","
                + "\"lines\":[{\"sku\":\"tea\",\"quantity\":1}]}";
        assertThat(staff.post("/v1/orders", order.formatted(customer, placedAt, reference))
                        .status())
                .isEqualTo(201);
    }

    private List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        JsonNode page = staff.get(path).json();
        while (true) {
            page.path("items").forEach(order -> ids.add(order.path("orderId").textValue()));
            if (page.path("next").isNull()) {
                return ids;
            }
            page = staff.get(path + "&cursor=" + page.path("next").textValue()).json();
        }
    }
}
