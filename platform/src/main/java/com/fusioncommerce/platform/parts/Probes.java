package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.Loopback;
import com.fusioncommerce.platform.supervisor.Health;
import com.fusioncommerce.platform.supervisor.Probe;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;

/** Health probes over HTTP and TCP. */
final class Probes {
    private static final int OK = 200;
    private static final int PATIENCE_MS = 3_000;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofMillis(PATIENCE_MS))
            .build();

    private Probes() {}

    /** Up when a GET is answered with 200. */
    static Probe http(String url) {
        return http(url, body -> true);
    }

    /** Up when a GET is answered with 200 and a matching body. */
    static Probe http(String url, Predicate<String> satisfied) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofMillis(PATIENCE_MS))
                .build();
        return () -> {
            try {
                HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() != OK) {
                    return Health.down(url + " answers " + response.statusCode());
                }
                return satisfied.test(response.body()) ? Health.ok() : Health.down(url + " is not there yet");
            } catch (IOException e) {
                return Health.down(url + " does not answer");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Health.down("interrupted");
            }
        };
    }

    /** Up when the port accepts a connection. */
    static Probe tcp(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(Loopback.address(port), PATIENCE_MS);
                return Health.ok();
            } catch (IOException e) {
                return Health.down("port " + port + " does not answer");
            }
        };
    }
}
