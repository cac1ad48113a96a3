package com.fusioncommerce.trials.bench.shop;

/** Writes the body of an order, quickly. Ids must need no escaping in JSON. For one order. */
public final class OrderForm {
    private final StringBuilder json;
    private boolean empty = true;

    /** An order of a customer that lies in a pool. */
    public OrderForm(String customer, String pool) {
        json = new StringBuilder(256)
                .append("{\"customerId\":\"")
                .append(customer)
                .append("\",\"country\":\"GB\",\"pool\":\"")
                .append(pool)
                .append("\",\"lines\":[");
    }

    /** Adds a line whose units lie in some pool. */
    public OrderForm line(String sku, long quantity, String pool) {
        json.append(empty ? "" : ",")
                .append("{\"sku\":\"")
                .append(sku)
                .append("\",\"quantity\":")
                .append(quantity)
                .append(",\"pool\":\"")
                .append(pool)
                .append("\"}");
        empty = false;
        return this;
    }

    /** The body. */
    public String json() {
        return json + "]}";
    }
}
