package com.fusioncommerce.schemas;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Addresses of the schema registry and options of its client.
 *
 * @param urls one or more base URLs of a Confluent-compatible API, tried in turn
 * @param options further options of the client under Confluent's names, e.g. {@code basic.auth.credentials.source},
 *     {@code basic.auth.user.info}, {@code schema.registry.ssl.truststore.location}
 */
public record RegistryConfig(List<String> urls, Map<String, String> options) {
    /** Environment variable that holds the URLs, separated by commas. */
    public static final String URL = "FUSION_REGISTRY_URL";

    /** Environment variable that holds {@code user:password} for basic authentication. */
    public static final String USER_INFO = "FUSION_REGISTRY_USER_INFO";

    /** Environment variables with this prefix become TLS options: {@code …SSL_TRUSTSTORE_LOCATION} and so on. */
    public static final String TLS_PREFIX = "FUSION_REGISTRY_SSL_";

    /** Copies the collections; at least one URL is needed. */
    public RegistryConfig {
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("no schema registry: set " + URL);
        }
        urls = List.copyOf(urls);
        options = Map.copyOf(options);
    }

    /** Configuration of URLs, separated by commas, without authentication. */
    public static RegistryConfig of(String urls) {
        return new RegistryConfig(split(urls), Map.of());
    }

    /**
     * Reads the configuration from environment variables.
     *
     * @throws IllegalArgumentException if there is no URL
     */
    public static RegistryConfig fromEnvironment(Map<String, String> environment) {
        Map<String, String> options = new HashMap<>();
        String userInfo = environment.get(USER_INFO);
        if (userInfo != null && !userInfo.isBlank()) {
            options.put("basic.auth.credentials.source", "USER_INFO");
            options.put("basic.auth.user.info", userInfo);
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(TLS_PREFIX)) {
                String key = name.substring(TLS_PREFIX.length()).toLowerCase(java.util.Locale.ROOT);
                options.put("schema.registry.ssl." + key.replace('_', '.'), value);
            }
        });
        return new RegistryConfig(split(environment.getOrDefault(URL, "")), options);
    }

    private static List<String> split(String urls) {
        return Arrays.stream(urls.split(",", -1))
                .map(String::trim)
                .filter(url -> !url.isEmpty())
                .toList();
    }

    /** The URLs without the options, which hold secrets. */
    @Override
    public String toString() {
        return "RegistryConfig" + urls;
    }
}
