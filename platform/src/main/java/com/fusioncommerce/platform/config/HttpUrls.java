package com.fusioncommerce.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Parser of server URLs as people write them. */
public final class HttpUrls {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private HttpUrls() {}

    /**
     * Parses the URL of a server.
     *
     * @throws IllegalArgumentException if the text is not an http or https URL with a host; the message says so
     */
    public static URI parse(String text) {
        try {
            URI url = new URI(text);
            if (url.getScheme() != null
                    && SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))
                    && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(wrong(text), e);
        }
        throw new IllegalArgumentException(wrong(text));
    }

    private static String wrong(String text) {
        return "'" + text + "' is no URL of http or https with a host, such as http://127.0.0.1:18080";
    }
}
