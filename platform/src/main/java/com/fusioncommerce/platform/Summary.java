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
    /** How the last line of one that runs in the background begins: {@link DetachedUp} knows by it that all was said. */
    static final String DETACHED = "Stop it with `./fusion down";

    private Summary() {}

    /**
     * The summary's text.
     *
     * @param home the option by which other commands find it; empty for the usual home
     * @param detached whether it runs in the background, where no Ctrl-C reaches it
     */
    static String of(List<Part> parts, Duration took, String home, boolean detached) {
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
                Locale.ROOT,
                "%nREADY after %.1f s%n%n%s%n%n%s",
                took.toMillis() / 1000.0,
                table,
                lastLine(home, detached));
    }

    private static String lastLine(String home, boolean detached) {
        String rest = home + "`; what it runs shows `./fusion status" + home + "`.";
        return (detached ? DETACHED : "Stop it with Ctrl-C or `./fusion down") + rest;
    }
}
