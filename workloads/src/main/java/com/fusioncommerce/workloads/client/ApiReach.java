package com.fusioncommerce.workloads.client;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Checks that an API is reachable before requests are sent: a client's patience with each request fits a restarting
 * platform, but is far too long for a mistyped address.
 */
public final class ApiReach {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private ApiReach() {}

    /**
     * Returns once the API gives any answer.
     *
     * @param patience how long to wait
     * @param out gets a notice while waiting
     * @throws ApiUnreachableException if the API does not answer in time
     */
    public static void await(URI api, Duration patience, PrintStream out) throws InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
        long deadline = System.nanoTime() + patience.toNanos();
        boolean said = false;
        while (true) {
            long left = Math.max(1, deadline - System.nanoTime());
            HttpRequest request =
                    HttpRequest.newBuilder(api).timeout(Duration.ofNanos(left)).build();
            try {
                http.send(request, BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                if (System.nanoTime() - deadline >= 0) {
                    throw new ApiUnreachableException(api, patience, e);
                }
                if (!said) {
                    out.println("no answer from " + api + " yet: waiting up to " + patience.toSeconds() + " s …");
                    said = true;
                }
            }
            LockSupport.parkNanos(Math.min(BETWEEN.toNanos(), Math.max(0, deadline - System.nanoTime())));
        }
    }
}
