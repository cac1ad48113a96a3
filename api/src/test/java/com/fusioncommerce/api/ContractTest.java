package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fusioncommerce.api.ApiClient.Answer;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that answers match the OpenAPI document, down to the last field. */
@ExtendWith(ApiExtension.class)
class ContractTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final ApiExtension.Shared shared;
    private final JsonNode document;

    ContractTest(ApiExtension.Shared shared) {
        this.shared = shared;
        this.document = shared.document();
    }

    @Test
    void every_kind_of_answer_fits_its_schema() {
        ApiClient client = shared.newTenant();
        String product =
                "{\"sku\":\"tea\",\"name\":\"Tea\",\"unitPrice\":\"2.5\",\"currency\":\"GBP\",\"attributes\":{\"leaf\":\"green\"}}";
        holds("post", "/v1/products", client.post("/v1/products", product), 201);
        holds("post", "/v1/products", client.post("/v1/products", product), 409);
        holds("post", "/v1/products", client.post("/v1/products", "{}"), 400);
        holds("get", "/v1/products/{sku}", client.get("/v1/products/tea"), 200);
        holds("get", "/v1/products/{sku}", client.get("/v1/products/coffee"), 404);
        holds("get", "/v1/products", client.get("/v1/products?limit=1"), 200);
        String price = "{\"unitPrice\":\"3\",\"currency\":\"GBP\"}";
        holds("put", "/v1/products/{sku}/price", client.put("/v1/products/tea/price", price), 200);
        holds("put", "/v1/stock/{pool}/{sku}", client.put("/v1/stock/main/tea", "{\"onHand\":5}"), 200);
        String delta = "{\"delta\":-1,\"reason\":\"broken\"}";
        holds("post", "/v1/stock/{pool}/{sku}/adjustments", client.post("/v1/stock/main/tea/adjustments", delta), 200);
        String transfer = "{\"quantity\":1,\"to\":\"east\"}";
        holds("post", "/v1/stock/{pool}/{sku}/transfers", client.post("/v1/stock/main/tea/transfers", transfer), 200);
        holds("get", "/v1/stock/{pool}/{sku}", client.get("/v1/stock/main/tea"), 200);
        holds("get", "/v1/pools/{pool}/spread", client.get("/v1/pools/east/spread"), 200);
        String spread = "{\"pools\":[{\"pool\":\"east\"},{\"pool\":\"west\"}]}";
        holds("put", "/v1/pools/{pool}/spread", client.put("/v1/pools/east/spread", spread), 200);
        holds("put", "/v1/pools/{pool}/spread", client.put("/v1/pools/east/spread", "{}"), 400);
        Answer placed = client.order("tea", 2);
        holds("post", "/v1/orders", placed, 201);
        holds("post", "/v1/orders", client.order("tea", 3), 409);
        String location = placed.header("Location");
        holds("get", "/v1/orders/{id}", client.get(location), 200);
        Await.until(
                "the order is confirmed",
                Duration.ofSeconds(10),
                () -> client.get(location).json().path("status").textValue().equals("confirmed"));
        holds("get", "/v1/orders/{id}", client.get(location), 200);
        holds("get", "/v1/orders/{id}/history", client.get(location + "/history"), 200);
        holds("get", "/v1/orders", client.get("/v1/orders?customer=c1&lines=true"), 200);
        holds("post", "/v1/orders/{id}/cancel", client.post(location + "/cancel", "{}"), 200);
        holds("get", "/health/live", client.get("/health/live"), 200);
        holds("get", "/health/ready", client.get("/health/ready"), 200);
        holds("get", "/dashboards/session", client.get("/dashboards/session"), 200);
        holds("get", "/dashboards/data/{query}", client.get("/dashboards/data/totals?currency=GBP"), 503);
    }

    @Test
    void a_command_that_takes_too_long_is_answered_with_where_to_ask_for_it() {
        try (Api hasty = shared.platform().api(3, Map.of("FUSION_API_TIMEOUT_MS", "1"))) {
            ApiClient client = shared.newTenant().at(hasty);

            Answer pending = client.put("/v1/stock/main/tea", "{\"onHand\":5}");

            holds("put", "/v1/stock/{pool}/{sku}", pending, 202);
            String location = pending.header("Location");
            assertThat(pending.json().path("href").textValue()).isEqualTo(location);
            Await.until(
                    "the command is decided",
                    Duration.ofSeconds(15),
                    () -> client.get(location).json().path("status").textValue().equals("accepted"));
            holds("get", "/v1/commands/{token}", client.get(location), 200);
            ApiClient stranger = shared.newTenant();
            assertThat(stranger.get(location).problem()).isEqualTo("unknown_command");
            ApiClient shopper = shared.platform().client(hasty, client.tenant(), List.of("orders:write"));
            assertThat(shopper.get(location).problem()).isEqualTo("insufficient_scope");
            String renamed = location.substring(0, location.lastIndexOf('/') + 1)
                    + renamed(location.substring(location.lastIndexOf('/') + 1), "orders");
            Await.until(
                    "a token under another domain's name shows nothing that its reader may not see",
                    Duration.ofSeconds(15),
                    () -> shopper.get(renamed).problem().equals("insufficient_scope"));
            assertThat(client.get(renamed).problem()).isEqualTo("unknown_command");
        }
    }

    private static String renamed(String token, String domain) {
        String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((domain + text.substring(text.indexOf('\n'))).getBytes(StandardCharsets.UTF_8));
    }

    private void holds(String method, String path, Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        JsonNode response = resolved(
                document.path("paths").path(path).path(method).path("responses").path(Integer.toString(status)));
        String type = answer.header("Content-Type");
        JsonNode schema = response.path("content").path(type).path("schema");
        assertThat(schema.isMissingNode())
                .as("no schema for %s of %s %s %d", type, method, path, status)
                .isFalse();
        assertThat(schemaOf(schema).validate(answer.json())).as(answer.text()).isEmpty();
        response.path("headers").fieldNames().forEachRemaining(name -> assertThat(answer.header(name))
                .as("header %s of %s %s %d", name, method, path, status)
                .satisfiesAnyOf(value -> assertThat(value).isNotNull(), value -> assertThat(name)
                        .isIn("Retry-After", "ETag")));
    }

    /** A schema of the document, together with the components that it refers to. */
    private JsonSchema schemaOf(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return SCHEMAS.getSchema(whole);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").textValue().substring(1)) : node;
    }
}
