package com.fusioncommerce.trials.bench.failover;

/** Kinds of requests. */
public enum Kind {
    /** Reads a product. */
    READ("read"),
    /** Reads an order just placed, with the consistency token of its answer. */
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
