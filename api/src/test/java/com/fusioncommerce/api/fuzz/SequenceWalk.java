package com.fusioncommerce.api.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.fuzz.Step.Reply;
import com.fusioncommerce.api.fuzz.Step.Sender;
import com.fusioncommerce.api.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One caller's random walk through the API along the document's links. The tenant has no other writer, so that the walk
 * predicts every answer.
 */
public final class SequenceWalk {
    private static final List<String> STARTS = List.of("createProduct", "setStock", "placeOrder", "spreadOrders");
    private static final List<String> POOLS = List.of("main", "east");

    private final ApiDocument document;
    private final Sender sender;
    private final Values values;
    private final List<String> skus = new ArrayList<>(List.of("first one"));
    private final List<Step> open = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Map<String, JsonNode> products = new TreeMap<>();
    private static final long MOST_ON_HAND = 1_000_000_000_000L;

    private final Map<String, Long> onHand = new TreeMap<>();
    private final Map<String, String> orders = new TreeMap<>();
    private final Map<String, Integer> answered = new TreeMap<>();

    /** Creates a walk by {@code random}. */
    public SequenceWalk(ApiDocument document, Sender sender, Random random) {
        this.document = document;
        this.sender = sender;
        this.values = new Values(
                document,
                random,
                Map.of(
                        "sku",
                        skus,
                        "pool",
                        POOLS,
                        "to",
                        POOLS,
                        "customerId",
                        List.of("c1", "c2"),
                        "currency",
                        List.of("GBP"),
                        "country",
                        List.of("GB")));
    }

    /** Takes a number of steps, then reads everything once more. */
    public Map<String, Integer> go(int steps) {
        nothingIsThereYet();
        step(with("createProduct", "{'sku':'first one','name':'One','unitPrice':'2.5','currency':'GBP'}"));
        step(with("setStock", "{'onHand':1000}"));
        for (int i = 0; i < steps; i++) {
            step(!open.isEmpty() && values.chance(70) ? values.oneOf(open) : start());
        }
        listsHoldWhatWasMade();
        ordersTellTheirStory();
        return answered;
    }

    private Step start() {
        String id = values.oneOf(STARTS);
        if (id.equals("placeOrder") && values.chance(80)) {
            String order = "{'customerId':'c1','country':'GB','lines':[{'sku':'%s','quantity':2}]}";
            return with(id, order.formatted(values.oneOf(skus)));
        }
        Map<String, String> path = Map.of("pool", values.oneOf(POOLS), "sku", values.oneOf(skus));
        return Step.of(document, id, path, values);
    }

    /** A step with a given body, quotes written as apostrophes; its path names the first product. */
    private Step with(String operation, String body) {
        Step step = Step.of(document, operation, Map.of("pool", "main", "sku", skus.get(0)), values);
        try {
            return new Step(
                    step.operation(),
                    step.parameters(),
                    Json.read(body.replace('\'', '"').getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void nothingIsThereYet() {
        for (String id :
                List.of("getProduct", "changePrice", "getStock", "getOrder", "getOrderHistory", "cancelOrder")) {
            Map<String, String> unknown = Map.of("sku", "none", "pool", "main", "id", "main~none");
            Reply reply = Step.of(document, id, unknown, values).send(sender, null);
            assertThat(reply.status()).as(id).isIn(403, 404);
        }
    }

    private void step(Step step) {
        String key = step.writes() ? "key-" + done.size() : null;
        Reply reply = step.send(sender, key);
        done.add(step + " -> " + reply.status());
        answered.merge(step.operation().id() + " " + reply.status() / 100, 1, Integer::sum);
        fits(step, reply);
        if (step.writes()) {
            Reply again = step.send(sender, key);
            assertThat(again.status()).as("%s", this).isEqualTo(reply.status());
            if (reply.status() < 300) {
                assertThat(again.json()).as("%s", this).isEqualTo(reply.json());
            }
        }
        if (reply.status() < 300) {
            know(step, reply);
            open.addAll(Step.after(document, step, reply, values));
        }
    }

    private void fits(Step step, Reply reply) {
        JsonNode response = document.response(step.operation(), reply.status());
        assertThat(response).as("%s", this).isNotNull();
        assertThat(reply.status()).as("%s", this).isLessThan(500);
        String type = reply.status() < 400 ? "application/json" : "application/problem+json";
        JsonNode schema = response.path("content").path(type).path("schema");
        assertThat(document.misfit(schema, reply.json().toString()))
                .as("%s", this)
                .isEmpty();
    }

    /** Checks an answer against the model of earlier answers. */
    private void know(Step step, Reply reply) {
        JsonNode json = reply.json();
        String place = json.path("pool").asText() + "~" + json.path("sku").asText();
        switch (step.operation().id()) {
            case "createProduct" -> {
                assertThat(products)
                        .as("%s", this)
                        .doesNotContainKey(json.path("sku").asText());
                products.put(json.path("sku").asText(), json);
                skus.add(json.path("sku").asText());
            }
            case "changePrice" -> products.put(json.path("sku").asText(), json);
            case "getProduct" ->
                assertThat(json)
                        .as("%s", this)
                        .isEqualTo(products.get(json.path("sku").asText()));
            case "setStock" -> onHand.put(place, step.body().path("onHand").longValue());
            case "adjustStock" -> onHand.merge(place, step.body().path("delta").longValue(), Long::sum);
            case "transferStock" -> {
                long units = step.body().path("quantity").longValue();
                String target =
                        step.body().path("to").asText() + "~" + json.path("sku").asText();
                // Units beyond the pool's limit are removed again.
                if (onHand.getOrDefault(target, 0L) + units <= MOST_ON_HAND) {
                    onHand.merge(place, -units, Long::sum);
                    onHand.merge(target, units, Long::sum);
                }
            }
            case "placeOrder" ->
                orders.put(
                        json.path("orderId").asText(),
                        step.body().path("customerId").asText());
            case "cancelOrder" ->
                assertThat(json.path("status").asText()).as("%s", this).isEqualTo("cancelled");
            default -> {}
        }
    }

    private void listsHoldWhatWasMade() {
        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, String> page = new TreeMap<>(Map.of("limit", "2"));
            if (cursor != null) {
                page.put("cursor", cursor);
            }
            JsonNode json = Step.of(document, "listProducts", page, values)
                    .send(sender, null)
                    .json();
            json.path("items").forEach(item -> listed.add(item.path("sku").asText()));
            cursor = json.path("next").textValue();
        } while (cursor != null);
        assertThat(listed).as("%s", this).containsExactlyElementsOf(new TreeSet<>(products.keySet()));
        orders.forEach((id, customer) -> {
            // An order without a customer is in the list of the whole tenant only.
            Map<String, String> query =
                    customer.isEmpty() ? Map.of("limit", "500") : Map.of("customer", customer, "limit", "500");
            JsonNode json = Step.of(document, "listOrders", query, values)
                    .send(sender, null)
                    .json();
            assertThat(json.path("items").findValuesAsText("orderId"))
                    .as("%s", this)
                    .contains(id);
        });
    }

    private void ordersTellTheirStory() {
        for (String id : orders.keySet()) {
            Map<String, String> path = Map.of("id", id);
            JsonNode order = Step.of(document, "getOrder", path, values)
                    .send(sender, null)
                    .json();
            JsonNode history = Step.of(document, "getOrderHistory", path, values)
                    .send(sender, null)
                    .json();
            assertThat(history.path("events").size())
                    .as("%s", this)
                    .isGreaterThanOrEqualTo(order.path("version").intValue());
            assertThat(history.at("/events/0/type").asText()).isEqualTo("order.created");
        }
    }

    /** Units on hand, by pool and SKU with a tilde between, as computed from the answers. */
    public Map<String, Long> onHand() {
        return Map.copyOf(onHand);
    }

    @Override
    public String toString() {
        return "after " + String.join("\n", done);
    }
}
