package com.fusioncommerce.trials.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** Cart to settled payment in Vendure, like the harness's own adapter, with any number of lines. */
final class VendureJourney implements Journey {
    private static final int WITHOUT_LINES = 6;
    private static final String ORDER =
            "... on Order{id code state totalWithTax} ... on ErrorResult{errorCode message}";

    private final int lines;

    VendureJourney(int lines) {
        this.lines = lines;
    }

    @Override
    public int calls() {
        return lines + WITHOUT_LINES;
    }

    @Override
    public void order(HttpConnection http, long number) throws IOException, RefusedException {
        Session session = new Session(http);
        for (int line = 0; line < lines; line++) {
            session.call(
                    "mutation($v:ID!){addItemToOrder(productVariantId:$v,quantity:1){" + ORDER + "}}",
                    Map.of("v", Integer.toString(1 + Goods.onLine(number, line))));
        }
        session.call(
                "mutation($i:CreateCustomerInput!){setCustomerForOrder(input:$i){" + ORDER + "}}",
                Map.of("i", Map.of("firstName", "A", "lastName", "B", "emailAddress", "u" + number + "@example.com")));
        session.call(
                "mutation($i:CreateAddressInput!){setOrderShippingAddress(input:$i){" + ORDER + "}}",
                Map.of(
                        "i",
                        Map.of(
                                "fullName", "A B",
                                "streetLine1", "X 1",
                                "city", "Berlin",
                                "postalCode", "10115",
                                "countryCode", "DE")));
        JsonNode methods = session.call("{eligibleShippingMethods{id priceWithTax}}", Map.of());
        session.call(
                "mutation($i:[ID!]!){setOrderShippingMethod(shippingMethodId:$i){" + ORDER + "}}",
                Map.of("i", new String[] {methods.path(0).path("id").asText()}));
        session.call("mutation{transitionOrderToState(state:\"ArrangingPayment\"){" + ORDER + "}}", Map.of());
        JsonNode paid = session.call(
                "mutation{addPaymentToOrder(input:{method:\"dummy\",metadata:{}}){" + ORDER + "}}", Map.of());
        if (!paid.path("state").asText().equals("PaymentSettled")) {
            throw new RefusedException("state " + paid.path("state").asText());
        }
    }

    /** A shopper's session, identified by the token of the first answer. */
    private static final class Session {
        private final HttpConnection http;
        private String token;

        Session(HttpConnection http) {
            this.http = http;
        }

        /** Sends a GraphQL request; returns the data's only field. */
        JsonNode call(String query, Map<String, ?> variables) throws IOException, RefusedException {
            HttpAnswer answer = http.post(
                    "/shop-api",
                    token == null ? Map.of() : Map.of("Authorization", "Bearer " + token),
                    Json.write(Map.of("query", query, "variables", variables)));
            String given = answer.header("vendure-auth-token");
            token = given == null ? token : given;
            JsonNode body = Json.of(answer);
            if (body.hasNonNull("errors") || !body.path("data").elements().hasNext()) {
                throw new RefusedException(answer.status() + " "
                        + body.path("errors").path(0).path("message").asText());
            }
            JsonNode data = body.path("data").elements().next();
            if (data.hasNonNull("errorCode")) {
                throw new RefusedException(data.path("errorCode").asText());
            }
            return data;
        }
    }
}
