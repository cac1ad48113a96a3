package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.ApiClient.Answer;
import com.fusioncommerce.api.fuzz.ApiDocument;
import com.fusioncommerce.api.operations.FoundOperations;
import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.streams.CommerceGroups;
import com.fusioncommerce.streams.CommerceStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A domain is served because it is on the class path, without being registered anywhere. */
@ExtendWith(ApiExtension.class)
class ExampleDomainTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String LIST = "/v1/visits";

    private final ApiExtension.Shared shared;
    private final ApiClient shop;

    ExampleDomainTest(ApiExtension.Shared shared) {
        this.shared = shared;
        this.shop = shared.newTenant();
    }

    @Test
    void its_commands_are_decided_and_its_states_read_and_listed() {
        Answer booked = book(shop, "anna", 2);
        assertThat(booked.status()).isEqualTo(201);
        String address = booked.header("Location");
        book(shop, "berta", 1);

        Answer changed = shop.put(address, "{\"people\":5}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(shop.get(address).json()).isEqualTo(changed.json());
        assertThat(changed.json().path("people").intValue()).isEqualTo(5);
        assertThat(changed.header("ETag")).isEqualTo("\"v2\"");
        assertThat(customers(shop.get(LIST))).containsExactly("anna", "berta");
        assertThat(customers(shop.get(LIST + "?customer=anna"))).containsExactly("anna");
        Answer page = shop.get(LIST + "?limit=1");
        assertThat(customers(page)).containsExactly("anna");
        assertThat(customers(shop.get(
                        LIST + "?limit=1&cursor=" + page.json().path("next").textValue())))
                .containsExactly("berta");
    }

    @Test
    void what_it_refuses_is_told_by_its_own_codes() {
        String address = book(shop, "anna", 2).header("Location");
        shop.put(address, "{\"people\":0}");

        assertThat(shop.put(address, "{\"people\":3}").problem()).isEqualTo("visit_called_off");
        assertThat(shop.put(LIST + "/nowhere", "{\"people\":3}").problem()).isEqualTo("unknown_visit");
        assertThat(shop.get(LIST + "/nowhere").problem()).isEqualTo("unknown_visit");
        assertThat(book(shop, "anna", 21).problem()).isEqualTo("invalid_quantity");
    }

    @Test
    void its_events_are_streamed() {
        try (SseReader events =
                SseReader.open(shop, "/v1/events?types=visit.booked,visit.changed,visit.called_off", null)) {
            String address = book(shop, "anna", 2).header("Location");
            shop.put(address, "{\"people\":5}");
            shop.put(address, "{\"people\":0}");

            events.await("visit.called_off", SOON);
            assertThat(events.types()).containsExactly("visit.booked", "visit.changed", "visit.called_off");
            assertThat(events.first("visit.changed").json().at("/data/people").intValue())
                    .isEqualTo(5);
        }
    }

    @Test
    void what_became_of_a_command_that_took_long_is_told_to_who_has_its_scope() {
        try (Api hasty = shared.platform().api(5, Map.of("FUSION_API_TIMEOUT_MS", "1"))) {
            Answer pending = book(shop.at(hasty), "anna", 2);
            assertThat(pending.status()).isEqualTo(202);
            String status = pending.header("Location");

            Await.until(
                    "the command is decided",
                    SOON,
                    () -> shop.get(status).json().path("status").asText().equals("accepted"));
            assertThat(shop.get(status).json().path("domain").textValue()).isEqualTo("visits");
            assertThat(without("visits:").get(status).status()).isEqualTo(403);
        }
    }

    @Test
    void it_is_for_who_has_its_scopes_in_the_tenant_and_for_the_customer() {
        String address = book(shop, "anna", 2).header("Location");

        assertThat(FoundOperations.scopes()).contains("visits:read", "visits:write");
        assertThat(without("visits:").get(address).problem()).isEqualTo("insufficient_scope");
        assertThat(shared.newTenant().get(address).problem()).isEqualTo("unknown_visit");
        assertThat(customers(shared.newTenant().get(LIST))).isEmpty();
        ApiClient berta = as(Actor.shopper("berta"));
        assertThat(berta.get(address).problem()).isEqualTo("unknown_visit");
        assertThat(berta.put(address, "{\"people\":0}").problem()).isEqualTo("unknown_visit");
        assertThat(book(berta, "anna", 1).problem()).isEqualTo("not_owner");
        assertThat(customers(as(Actor.shopper("anna")).get(LIST))).containsExactly("anna");
    }

    @Test
    void it_is_documented_with_its_tag_examples_and_refusals() {
        JsonNode document = shared.document();
        List<String> ids = new ArrayList<>();
        for (ApiDocument.Operation operation : new ApiDocument(document).operations()) {
            if (operation.node().path("tags").path(0).asText().equals("visits")) {
                ids.add(operation.id());
            }
        }

        assertThat(ids).containsExactlyInAnyOrder("bookVisit", "listVisits", "getVisit", "changeVisit");
        assertThat(document.path("tags").findValuesAsText("name")).contains("visits");
        assertThat(document.at("/components/schemas/Problem/x-problems").findValuesAsText("code"))
                .contains("unknown_visit", "visit_exists", "visit_called_off");
        assertThat(document.at("/components/schemas/NewVisit/examples/0/customerId")
                        .textValue())
                .isEqualTo("17850");
    }

    @Test
    void it_runs_in_a_group_of_its_own_and_keeps_outcomes() {
        assertThat(CommerceGroups.domains()).containsExactly("catalog", "inventory", "orders", "visits");
        assertThat(CommerceStores.outcomes("visits")).isPresent();
    }

    private static Answer book(ApiClient client, String customer, int people) {
        return client.post(LIST, "{\"customerId\":\"%s\",\"people\":%d}".formatted(customer, people));
    }

    private ApiClient as(Actor who) {
        return shared.platform().client(shared.api(), shop.tenant(), who);
    }

    private ApiClient without(String scopes) {
        List<String> others = ApiEnvironment.ALL_SCOPES.stream()
                .filter(scope -> !scope.startsWith(scopes))
                .toList();
        return shared.platform().client(shared.api(), shop.tenant(), others);
    }

    private static List<String> customers(Answer list) {
        assertThat(list.status()).isEqualTo(200);
        return list.json().path("items").findValuesAsText("customerId");
    }
}
