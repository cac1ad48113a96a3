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
    private static final String REST = "`./fusion down`; what it runs shows `./fusion status`.";

    /** The last line of an attached platform's summary. */
    static final String ATTACHED = "Stop it with Ctrl-C or " + REST;

    /** The last line of a detached platform's summary; {@link DetachedUp} stops copying output there. */
    static final String DETACHED = "Stop it with " + REST;

    private Summary() {}

    /**
     * The summary's text.
     *
     * @param detached whether the platform runs in the background, where no Ctrl-C reaches it
     */
    static String of(List<Part> parts, Duration took, boolean detached) {
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
                detached ? DETACHED : ATTACHED);
    }
}
