package com.fusioncommerce.models.features;

import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.orders.OrderSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Builder of orders for tests: {@code order().after(Duration.ofMinutes(3)).to("FR").of(12_00)}. */
public final class Orders {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Instant at = NOON;
    private String country = "GB";
    private String billing = "GB";
    private String currency = "EUR";
    private String customer = "ann";

    public static Orders order() {
        return new Orders();
    }

    public Orders after(Duration duration) {
        at = NOON.plus(duration);
        return this;
    }

    public Orders to(String code) {
        country = code;
        return this;
    }

    public Orders billedIn(String code) {
        billing = code;
        return this;
    }

    public Orders in(String code) {
        currency = code;
        return this;
    }

    public Orders by(String customerId) {
        customer = customerId;
        return this;
    }

    /** An order with one line per price in minor units, one unit each. */
    public OrderCreated of(long... prices) {
        List<OrderLine> lines = new java.util.ArrayList<>();
        long total = 0;
        for (long price : prices) {
            lines.add(new OrderLine(lines.size() + 1, "sku-" + lines.size(), 1L, price * 100, price, "main"));
            total += price;
        }
        OrderSummary summary = new OrderSummary(
                customer,
                country,
                billing,
                currency,
                "web",
                false,
                at.toEpochMilli(),
                lines.size(),
                (long) lines.size(),
                total);
        return new OrderCreated("main~" + at, summary, lines, List.of("main"), at.toEpochMilli());
    }
}
