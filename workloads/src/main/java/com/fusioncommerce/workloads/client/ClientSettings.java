package com.fusioncommerce.workloads.client;

import java.net.URI;
import java.time.Duration;

/**
 * Settings of an API client.
 *
 * @param api base URL of the API
 * @param token bearer token
 * @param inFlight most concurrent requests, at least 1; further ones are queued
 * @param timeout for one attempt
 * @param patience how long a request is retried while the API is busy, starting or unreachable
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

    /** The default settings. */
    public static ClientSettings of(URI api, String token) {
        return new ClientSettings(api, token, IN_FLIGHT, TIMEOUT, PATIENCE);
    }

    /** A copy with another bound on concurrent requests. */
    public ClientSettings withInFlight(int requests) {
        return new ClientSettings(api, token, requests, timeout, patience);
    }

    /** Omits the token. */
    @Override
    public String toString() {
        return "ClientSettings[" + api + ", inFlight=" + inFlight + ", timeout=" + timeout + ", patience=" + patience
                + "]";
    }
}
