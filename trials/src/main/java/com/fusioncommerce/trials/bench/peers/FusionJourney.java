package com.fusioncommerce.trials.bench.peers;

import java.io.IOException;
import java.util.Map;

/** Places an order here, and reads it with its consistency token: reserved, and its event committed. */
final class FusionJourney implements Journey {
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final Map<String, String> authorized;
    private final int lines;

    FusionJourney(String token, int lines) {
        this.authorized = Map.of("Authorization", "Bearer " + token);
        this.lines = lines;
    }

    @Override
    public int calls() {
        return 2;
    }

    @Override
    public void order(HttpConnection http, long number) throws IOException, RefusedException {
        HttpAnswer placed = http.post("/v1/orders", authorized, body(number));
        if (placed.status() != CREATED) {
            throw new RefusedException(placed.status() + " " + Json.text(placed, "code"));
        }
        HttpAnswer shown = http.get(
                placed.header("Location"),
                Map.of(
                        "Authorization", authorized.get("Authorization"),
                        "Consistency-Token", placed.header("Consistency-Token")));
        String status = shown.status() == OK ? Json.text(shown, "status") : "unreadable: " + shown.status();
        if (!status.equals("reserved") && !status.equals("confirmed")) {
            throw new RefusedException("shown as " + status);
        }
    }

    private String body(long number) {
        StringBuilder body = new StringBuilder(200)
                .append("{\"customerId\":\"u")
                .append(number)
                .append("\",\"country\":\"DE\",\"lines\":[");
        for (int line = 0; line < lines; line++) {
            int variant = Goods.onLine(number, line);
            body.append(line == 0 ? "" : ",")
                    .append("{\"sku\":\"SKU-")
                    .append(1 + variant / 2)
                    .append(variant % 2 == 0 ? "-S" : "-L")
                    .append("\",\"quantity\":1}");
        }
        return body.append("]}").toString();
    }
}
