package com.fusioncommerce.platform.config;

import com.fusioncommerce.schemas.RegistryConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Configuration of a local platform. An address given in the environment ({@value #KAFKA}, {@value #REGISTRY_URL},
 * {@value #DRUID_URL}) is used as it is, and the parts behind it are not started.
 *
 * @param root the project's directory, with the modules in it
 * @param home the directory of all state
 * @param ports which ports the parts listen on
 * @param apiHost the address that the API listens on; all other parts have no users and listen on the loopback address
 * @param environment variables passed on to the parts
 * @param shape number of processes per kind of part
 */
public record PlatformConfig(
        Path root, Home home, Ports ports, String apiHost, Map<String, String> environment, Shape shape) {
    /** Environment variable with Kafka's bootstrap servers. */
    public static final String KAFKA = "FUSION_KAFKA";

    /** Environment variable with the schema registry's URL. */
    public static final String REGISTRY_URL = "FUSION_REGISTRY_URL";

    /** Environment variable with the URL of Druid's router. */
    public static final String DRUID_URL = "FUSION_DRUID_URL";

    /** Environment variable with the API's URL, for commands that call the API. */
    public static final String API_URL = "FUSION_API_URL";

    /**
     * Copies the environment.
     *
     * @throws IllegalArgumentException if an address in the environment is no URL
     */
    public PlatformConfig {
        root = root.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
        for (String variable : List.of(REGISTRY_URL, DRUID_URL, API_URL)) {
            if (environment.containsKey(variable)) {
                requireUrls(variable, environment.get(variable));
            }
        }
    }

    private static void requireUrls(String variable, String urls) {
        for (String url : urls.split(",", -1)) {
            try {
                HttpUrls.parse(url.strip());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(variable + ": " + e.getMessage(), e);
            }
        }
    }

    /** One process of each kind. */
    public PlatformConfig(Path root, Home home, Ports ports, String apiHost, Map<String, String> environment) {
        this(root, home, ports, apiHost, environment, Shape.SINGLE);
    }

    /** All parts on the loopback address, and an empty environment. */
    public static PlatformConfig local(Path root, Home home, Ports ports) {
        return new PlatformConfig(root, home, ports, Loopback.TEXT, Map.of());
    }

    /** A copy with another shape. */
    public PlatformConfig with(Shape other) {
        return new PlatformConfig(root, home, ports, apiHost, environment, other);
    }

    /** A copy with other environment variables for the parts. */
    public PlatformConfig with(Map<String, String> variables) {
        return new PlatformConfig(root, home, ports, apiHost, variables, shape);
    }

    /** Bootstrap servers of Kafka, separated by commas. */
    public String kafka() {
        return environment.getOrDefault(
                KAFKA,
                IntStream.rangeClosed(1, shape.brokers()).mapToObj(this::broker).collect(Collectors.joining(",")));
    }

    /** The {@code host:port} of one of our brokers, counted from 1. */
    public String broker(int number) {
        return Loopback.TEXT + ":" + ports.of(Port.KAFKA.of(number));
    }

    /** URLs of the schema registry's Confluent API, separated by commas. */
    public String registryUrl() {
        return environment.getOrDefault(REGISTRY_URL, url(Port.REGISTRY) + "/apis/ccompat/v7");
    }

    /** Connection settings of the schema registry, with the credentials that the environment gives. */
    public RegistryConfig registry() {
        Map<String, String> all = new HashMap<>(environment);
        all.put(RegistryConfig.URL, registryUrl());
        return RegistryConfig.fromEnvironment(all);
    }

    /** URL of Druid's router. */
    public URI druidUrl() {
        return URI.create(environment.getOrDefault(DRUID_URL, url(Port.DRUID_ROUTER)));
    }

    /** URL of the API; of its first node if there are several. */
    public URI apiUrl() {
        return environment.containsKey(API_URL) ? URI.create(environment.get(API_URL)) : apiUrl(1);
    }

    /** URL of one API node, counted from 1. */
    public URI apiUrl(int number) {
        return URI.create("http://" + apiHost + ":" + ports.of(Port.API.of(number)));
    }

    /** URLs of all API nodes. */
    public List<URI> apiUrls() {
        return IntStream.rangeClosed(1, shape.nodes()).mapToObj(this::apiUrl).toList();
    }

    /** URL of Flink's web UI. */
    public URI flinkUrl() {
        return URI.create(url(Port.FLINK));
    }

    /** Whether the environment gives this address. */
    public boolean isGiven(String variable) {
        return environment.containsKey(variable);
    }

    /** The URL of a port on the loopback address. */
    public String url(Port port) {
        return "http://" + Loopback.TEXT + ":" + ports.of(port);
    }
}
