package com.fusioncommerce.trials.bench.peers;

import java.io.IOException;

/** A shopper's requests, up to a placed order. */
interface Journey {
    /** HTTP requests per order. */
    int calls();

    /**
     * Places one order and returns when the shop shows it.
     *
     * @param number distinct per order; determines products and customer
     * @throws RefusedException if the shop refuses the order
     */
    void order(HttpConnection http, long number) throws IOException, RefusedException;

    /** The shop refused, for a reason that is counted. */
    final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String reason) {
            super(reason, null, false, false);
        }
    }
}
