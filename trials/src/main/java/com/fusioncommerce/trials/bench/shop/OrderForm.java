package com.fusioncommerce.trials.bench.shop;

/** Fast writer of an order's JSON body. Ids must need no escaping in JSON. For one order. */
public final class OrderForm {
    private final StringBuilder json;
    private boolean empty = true;

    /** Starts an order of a customer in a pool. */
    public OrderForm(String customer, String pool) {
        json = new StringBuilder(256)
                .append("{\"customerId\":\"")
                .append(customer)
                .append("\",\"country\":\"GB\",\"pool\":\"")
                .append(pool)
                .append("\",\"lines\":[");
    }

    /** Adds a line with units from a pool. */
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

    /** The JSON body. */
    public String json() {
        return json + "]}";
    }
}
