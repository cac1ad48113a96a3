package com.fusioncommerce.trials.bench.peers;

import java.io.IOException;

/** What a shopper does, from nothing to an order that is placed. */
interface Journey {
    /** HTTP requests that an order takes. */
    int calls();

    /**
     * Places one order and returns when the shop shows it.
     *
     * @param number differs for every order: what is bought, and who buys, follow from it
     * @throws RefusedException if the shop says no
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
