package com.fusioncommerce.platform;

import com.fusioncommerce.platform.parts.PlatformServer;
import com.fusioncommerce.platform.supervisor.Part;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The summary that {@code up} prints last: READY, and the addresses. */
final class Summary {
    /** The last line, by which a caller knows that all of it was said. */
    static final String LAST_LINE = "Stop it with Ctrl-C or `fusion down`; what it runs shows `fusion status`.";

    private Summary() {}

    /** The whole text. */
    static String of(List<Part> parts, Duration took) {
        Map<String, String> links = new TreeMap<>();
        for (Part part : parts) {
            if (part instanceof PlatformServer server) {
                links.putAll(server.links());
            }
        }
        int width = links.keySet().stream().mapToInt(String::length).max().orElse(0);
        String table = links.entrySet().stream()
                .map(link -> String.format(Locale.ROOT, "  %-" + (width + 2) + "s%s", link.getKey(), link.getValue()))
                .collect(Collectors.joining("\n"));
        return String.format(
                Locale.ROOT, "%nREADY after %.1f s%n%n%s%n%n%s", took.toMillis() / 1000.0, table, LAST_LINE);
    }
}
