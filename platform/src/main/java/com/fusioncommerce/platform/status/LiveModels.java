package com.fusioncommerce.platform.status;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fallback models in use instead of the pinned ones, from the metrics of Flink's processes. */
final class LiveModels {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern FALLBACK = Pattern.compile("(?m)^flink_\\w*_pinned_fallback\\{([^}]*)} 1(?:\\.0)?$");

    private LiveModels() {}

    /**
     * One sentence for each model that scores although another version is pinned.
     *
     * @param metrics URL of a process's metrics
     * @throws IOException if the metrics cannot be read
     */
    static List<String> fallbacks(URI metrics) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(metrics).timeout(PATIENCE).build();
        return inText(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
    }

    static List<String> inText(String metrics) {
        return FALLBACK.matcher(metrics)
                .results()
                .map(sample -> {
                    String labels = sample.group(1);
                    return "%s model %s scores, since the pinned version %s is refused: Flink's log says why"
                            .formatted(label(labels, "model"), label(labels, "version"), label(labels, "pinned"));
                })
                .distinct()
                .toList();
    }

    private static String label(String labels, String name) {
        Matcher label = Pattern.compile("(?:^|,)" + name + "=\"([^\"]*)\"").matcher(labels);
        return label.find() ? label.group(1) : "?";
    }
}
