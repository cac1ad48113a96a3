package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.ApiClient.Answer;
import com.fusioncommerce.schemas.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that shoppers read and change only their own resources. */
@ExtendWith(ApiExtension.class)
class OwnershipTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String KEY = "Idempotency-Key";
    private static final String MINE = "{\"country\":\"GB\",\"lines\":[{\"sku\":\"tea\",\"quantity\":1}]}";
    private static final String ANNAS =
            "{\"customerId\":\"anna\",\"country\":\"GB\",\"lines\":[{\"sku\":\"tea\",\"quantity\":1}]}";

    private final ApiExtension.Shared shared;
    private ApiClient staff;
    private ApiClient anna;
    private ApiClient berta;

    OwnershipTest(ApiExtension.Shared shared) {
        this.shared = shared;
    }

    @BeforeEach
    void newTenant() {
        staff = shared.newTenant();
        anna = as(Actor.shopper("anna"));
        berta = as(Actor.shopper("berta"));
        staff.stocked("tea", "1", 100);
    }

    private ApiClient as(Actor who) {
        return shared.platform().client(shared.api(), staff.tenant(), who);
    }

    @Test
    void a_shopper_places_sees_lists_and_cancels_orders() {
        String id = placed(anna);

        JsonNode order = anna.get("/v1/orders/" + id).json();
        assertThat(order.path("customerId").textValue()).isEqualTo("anna");
        assertThat(anna.get("/v1/orders/" + id + "/history").status()).isEqualTo(200);
        for (String list : List.of("/v1/orders", "/v1/orders?customer=anna")) {
            assertThat(anna.get(list).json().path("items")).singleElement().satisfies(item -> assertThat(
                            item.path("orderId").textValue())
                    .isEqualTo(id));
        }
        assertThat(anna.post("/v1/orders/" + id + "/cancel", "{}").status()).isEqualTo(200);
    }

    @Test
    void another_customers_order_is_answered_like_one_that_is_not_there() {
        String id = placed(anna);
        String none = "main~" + "0".repeat(26);
        JsonNode before = staff.get("/v1/orders/" + id).json();
        String created = before.path("createdAt").textValue();

        for (String below : List.of("", "/history", "?asOf=" + created, "?asOf=2020-01-01T00:00:00Z")) {
            assertAlike(berta.get("/v1/orders/" + id + below), id, berta.get("/v1/orders/" + none + below), none);
        }
        assertAlike(
                berta.get("/v1/orders/" + id, "If-None-Match", "*"),
                id,
                berta.get("/v1/orders/" + none, "If-None-Match", "*"),
                none);
        assertAlike(
                berta.post("/v1/orders/" + id + "/cancel", "{}"),
                id,
                berta.post("/v1/orders/" + none + "/cancel", "{}"),
                none);
        assertThat(staff.get("/v1/orders/" + id).json().path("status").textValue())
                .isNotEqualTo("cancelled");
    }

    private static void assertAlike(Answer ofAnother, String id, Answer ofNobody, String none) {
        assertThat(ofAnother.status()).isEqualTo(404);
        assertThat(ofNobody.status()).isEqualTo(404);
        assertThat(without(ofAnother, id)).isEqualTo(without(ofNobody, none));
    }

    private static String without(Answer answer, String id) {
        return answer.text().replace(id, "ID").replace(answer.header("X-Correlation-Id"), "CORRELATION");
    }

    @Test
    void a_shopper_neither_lists_nor_places_orders_of_another_customer() {
        placed(anna);

        assertThat(berta.get("/v1/orders").json().path("items")).isEmpty();
        assertThat(berta.get("/v1/orders?customer=anna").problem()).isEqualTo("not_owner");
        assertThat(berta.post("/v1/orders", ANNAS).problem()).isEqualTo("not_owner");
        assertThat(staff.get("/v1/orders?customer=anna").json().path("items")).hasSize(1);
    }

    @Test
    void staff_and_services_see_and_change_what_is_the_tenants() {
        String id = placed(anna);

        for (ApiClient client : List.of(as(Actor.staff("sue")), as(Actor.service("erp")))) {
            assertThat(client.get("/v1/orders/" + id).status()).isEqualTo(200);
            assertThat(client.get("/v1/orders").json().path("items")).hasSize(1);
        }
        assertThat(as(Actor.staff("sue"))
                        .post("/v1/orders/" + id + "/cancel", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void who_has_no_role_that_is_known_is_a_shopper_and_a_claim_names_the_customer() {
        String id = placed(anna);

        assertThat(as(new Actor("anna", List.of(), null, null, null))
                        .get("/v1/orders/" + id)
                        .status())
                .isEqualTo(200);
        assertThat(as(new Actor("sub|17", List.of("vip"), null, null, "anna"))
                        .get("/v1/orders/" + id)
                        .status())
                .isEqualTo(200);
        assertThat(as(new Actor("sue", List.of("admin", "STAFF"), null, null, null))
                        .get("/v1/orders/" + id)
                        .problem())
                .isEqualTo("unknown_order");
        assertThat(as(new Actor("sue", List.of("staff"), null, null, "berta"))
                        .get("/v1/orders/" + id)
                        .problem())
                .as("a token for a customer is kept to it, whoever has it")
                .isEqualTo("unknown_order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guest", "Anonymous", "guest:7", "sub|17"})
    void a_subject_that_is_no_customer_owns_nothing(String subject) {
        staff.post("/v1/orders", MINE);
        ApiClient nobody = as(Actor.shopper(subject));

        assertThat(nobody.get("/v1/orders").problem()).isEqualTo("not_owner");
        assertThat(nobody.post("/v1/orders", MINE).problem()).isEqualTo("not_owner");
        assertThat(nobody.get("/v1/events").problem()).isEqualTo("not_owner");
        assertThat(nobody.post("/v1/events/tickets", "").problem()).isEqualTo("not_owner");
        String order = "/v1/orders/main~" + "0".repeat(26);
        assertThat(nobody.get(order).problem()).isEqualTo("not_owner");
        assertThat(nobody.get(order + "/history").problem()).isEqualTo("not_owner");
        assertThat(nobody.post(order + "/cancel", "{}").problem()).isEqualTo("not_owner");
        assertThat(nobody.get("/v1/commands/x").problem()).isEqualTo("not_owner");
    }

    @Test
    void a_shopper_imports_nothing_whatever_its_scopes() {
        String imported = "{\"country\":\"GB\",\"reference\":\"r1\",\"lines\":[{\"sku\":\"tea\",\"quantity\":1}]}";

        assertThat(anna.post("/v1/orders", imported).problem()).isEqualTo("import_only");
    }

    @Test
    void a_shopper_follows_the_events_about_its_own_orders_and_no_others() {
        try (SseReader own = SseReader.open(anna, "/v1/events", null);
                SseReader all = SseReader.open(staff, "/v1/events", null)) {
            String bertas = placed(berta);
            String annas = placed(anna);
            staff.post("/v1/orders/" + bertas + "/cancel", "{}");
            staff.post("/v1/orders/" + annas + "/cancel", "{}");
            own.await("order.cancelled", SOON);
            all.await("order.cancelled", 2, SOON);

            assertThat(own.subjects()).hasSizeGreaterThan(2).containsOnly(annas);
            assertThat(own.types()).allMatch(type -> type.startsWith("order."));
            String ticket =
                    anna.post("/v1/events/tickets", "").json().path("ticket").textValue();
            String first = all.events().get(0).id();
            try (SseReader resumed =
                    SseReader.open(anna.with(null), "/v1/events?lastEventId=" + first + "&ticket=" + ticket, null)) {
                resumed.await("order.cancelled", SOON);
                assertThat(resumed.subjects()).containsOnly(annas);
            }
        }
    }

    @Test
    void what_became_of_a_command_is_told_to_its_sender_and_to_staff() {
        placed(anna);
        try (Api hasty = shared.platform().api(4, Map.of("FUSION_API_TIMEOUT_MS", "1"))) {
            for (String[] headers : List.of(new String[0], new String[] {KEY, "k"})) {
                Answer pending = anna.at(hasty).post("/v1/orders", MINE, headers);
                assertThat(pending.status()).isEqualTo(202);
                String location = pending.header("Location");
                Await.until("the order is decided", SOON, () -> status(anna, location)
                        .equals("accepted"));

                assertThat(status(staff, location)).isEqualTo("accepted");
                Answer ofAnother = berta.get(location);
                assertThat(ofAnother.problem()).isEqualTo("unknown_command");
                assertThat(ofAnother.header("Location")).isNull();
                assertThat(ofAnother.json().path("answer").isMissingNode()).isTrue();
            }
        }
    }

    @Test
    void what_guests_order_is_followed_by_staff_alone() {
        try (SseReader all = SseReader.open(staff, "/v1/events", null)) {
            String guests = placed(staff);
            all.await("order.created", SOON);
            String first = all.events().get(0).id();

            for (String subject : List.of("guest", "guest:7", "anonymous")) {
                ApiClient guest = as(Actor.shopper(subject));
                assertThat(guest.get("/v1/events", "Last-Event-ID", first).problem())
                        .isEqualTo("not_owner");
                assertThat(guest.get("/v1/orders/" + guests).text()).doesNotContain(guests);
            }
            assertThat(all.subjects()).contains(guests);
        }
    }

    @Test
    void what_staff_was_answered_is_not_repeated_to_who_is_staff_no_more() {
        placed(anna);
        ApiClient alice = as(Actor.staff("alice"));
        Answer first = alice.post("/v1/orders", ANNAS, KEY, "k");
        assertThat(first.status()).isEqualTo(201);
        assertThat(as(Actor.service("alice"))
                        .post("/v1/orders", ANNAS, KEY, "k")
                        .text())
                .isEqualTo(first.text());

        ApiClient demoted = as(Actor.shopper("alice"));
        Answer again = demoted.post("/v1/orders", ANNAS, KEY, "k");
        assertThat(again.problem()).isEqualTo("not_owner");
        String cancel = "/v1/orders/" + first.json().path("orderId").textValue() + "/cancel";
        Answer cancelled = alice.post(cancel, "{}", KEY, "k");
        assertThat(cancelled.status()).isEqualTo(200);

        assertThat(demoted.post(cancel, "{}", KEY, "k").problem()).isEqualTo("unknown_order");
    }

    private static String status(ApiClient client, String location) {
        return client.get(location).json().path("status").textValue();
    }

    @Test
    void one_subject_has_idempotency_keys_for_each_of_its_customers() {
        placed(anna);
        ApiClient first = as(new Actor("shop", List.of(), null, null, "anna"));
        ApiClient second = as(new Actor("shop", List.of(), null, null, "berta"));

        Answer annas = first.post("/v1/orders", MINE, KEY, "k");
        Answer bertas = second.post("/v1/orders", MINE, KEY, "k");

        assertThat(annas.status()).isEqualTo(201);
        assertThat(bertas.status()).isEqualTo(201);
        assertThat(bertas.json().path("orderId")).isNotEqualTo(annas.json().path("orderId"));
        assertThat(first.post("/v1/orders", MINE, KEY, "k").text()).isEqualTo(annas.text());
    }

    private static String placed(ApiClient client) {
        Answer[] answer = new Answer[1];
        Await.until("the product can be ordered", SOON, () -> {
            answer[0] = client.post("/v1/orders", MINE);
            return !answer[0].text().contains("unknown_sku");
        });
        assertThat(answer[0].status()).as(answer[0].text()).isEqualTo(201);
        return answer[0].json().path("orderId").textValue();
    }
}
