package com.fusioncommerce.workloads.client;

import java.net.URI;
import java.time.Duration;

/**
 * How a client speaks to the API.
 *
 * @param api base URL of the API
 * @param token bearer token
 * @param inFlight how many requests are under way at most; more wait their turn, at least 1
 * @param timeout how long one attempt may take
 * @param patience how long one request is tried again while the API is busy, starting or out of reach
 */
public record ClientSettings(URI api, String token, int inFlight, Duration timeout, Duration patience) {
    private static final int IN_FLIGHT = 64;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Checks the ranges. */
    public ClientSettings {
        if (inFlight < 1) {
            throw new IllegalArgumentException("at least one request in flight, not " + inFlight);
        }
    }

    /** The usual settings. */
    public static ClientSettings of(URI api, String token) {
        return new ClientSettings(api, token, IN_FLIGHT, TIMEOUT, PATIENCE);
    }

    /** The same with another bound on what is under way. */
    public ClientSettings withInFlight(int requests) {
        return new ClientSettings(api, token, requests, timeout, patience);
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "ClientSettings[" + api + ", inFlight=" + inFlight + ", timeout=" + timeout + ", patience=" + patience
                + "]";
    }
}
