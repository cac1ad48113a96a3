package com.fusioncommerce.trials.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** Cart to completed order in Medusa, like the harness's own adapter, with any number of lines. */
final class MedusaJourney implements Journey {
    private static final int WITHOUT_LINES = 7;
    private static final int FIRST_ERROR = 300;
    private static final Map<String, String> ADDRESS = Map.of(
            "first_name", "A",
            "last_name", "B",
            "address_1", "X 1",
            "city", "Berlin",
            "postal_code", "10115",
            "country_code", "de");

    private final JsonNode seed;
    private final Map<String, String> headers;
    private final int lines;

    /** Uses the ids that the seeding wrote down; they differ each time. */
    MedusaJourney(JsonNode seed, int lines) {
        this.seed = seed;
        this.headers = Map.of("x-publishable-api-key", seed.path("key").asText());
        this.lines = lines;
    }

    @Override
    public int calls() {
        return lines + WITHOUT_LINES;
    }

    @Override
    public void order(HttpConnection http, long number) throws IOException, RefusedException {
        String region = seed.path("region").asText();
        String cart = post(http, "/store/carts", Map.of("region_id", region))
                .path("cart")
                .path("id")
                .asText();
        for (int line = 0; line < lines; line++) {
            String variant =
                    seed.path("variants").path(Goods.onLine(number, line)).asText();
            post(http, "/store/carts/" + cart + "/line-items", Map.of("variant_id", variant, "quantity", 1));
        }
        post(
                http,
                "/store/carts/" + cart,
                Map.of(
                        "email",
                        "u" + number + "@example.com",
                        "shipping_address",
                        ADDRESS,
                        "billing_address",
                        ADDRESS));
        String option = checked(http.get("/store/shipping-options?cart_id=" + cart, headers))
                .path("shipping_options")
                .path(0)
                .path("id")
                .asText();
        post(http, "/store/carts/" + cart + "/shipping-methods", Map.of("option_id", option));
        String payment = post(http, "/store/payment-collections", Map.of("cart_id", cart))
                .path("payment_collection")
                .path("id")
                .asText();
        post(
                http,
                "/store/payment-collections/" + payment + "/payment-sessions",
                Map.of("provider_id", "pp_system_default"));
        JsonNode done = post(http, "/store/carts/" + cart + "/complete", Map.of());
        if (!done.path("type").asText().equals("order")) {
            throw new RefusedException(
                    "complete: " + done.path("error").path("type").asText());
        }
    }

    private JsonNode post(HttpConnection http, String path, Map<String, ?> body) throws IOException, RefusedException {
        return checked(http.post(path, headers, Json.write(body)));
    }

    private static JsonNode checked(HttpAnswer answer) throws RefusedException {
        JsonNode body = Json.of(answer);
        if (answer.status() >= FIRST_ERROR) {
            throw new RefusedException(answer.status() + " " + body.path("type").asText());
        }
        return body;
    }
}
