package com.fusioncommerce.trials.bench.failover;

/** What a request does. */
public enum Kind {
    /** Reads a product. */
    READ("read"),
    /** Reads an order that was just placed, with the consistency token of its placing. */
    READ_OWN("read own write"),
    /** Places an order. */
    WRITE("order");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
