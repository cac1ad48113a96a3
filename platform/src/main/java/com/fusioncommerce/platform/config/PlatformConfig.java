package com.fusioncommerce.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a local platform is made with. An address given in the environment ({@value #KAFKA}, {@value #REGISTRY_URL},
 * {@value #DRUID_URL}) is used as it is, and the parts behind it are not started.
 *
 * @param root the project's directory, with the modules in it
 * @param home where state is kept
 * @param ports which ports the parts listen on
 * @param apiHost the address that the API listens on; everything else, having no users, stays on the loopback address
 * @param environment variables passed on to the parts
 */
public record PlatformConfig(Path root, Home home, Ports ports, String apiHost, Map<String, String> environment) {
    /** Environment variable with Kafka's bootstrap servers. */
    public static final String KAFKA = "FUSION_KAFKA";

    /** Environment variable with the schema registry's URL. */
    public static final String REGISTRY_URL = "FUSION_REGISTRY_URL";

    /** Environment variable with the URL of Druid's router. */
    public static final String DRUID_URL = "FUSION_DRUID_URL";

    /** Environment variable with the API's URL, for commands that speak to it. */
    public static final String API_URL = "FUSION_API_URL";

    /** Copies the environment. */
    public PlatformConfig {
        root = root.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /** Everything on the loopback address, nothing from the environment. */
    public static PlatformConfig local(Path root, Home home, Ports ports) {
        return new PlatformConfig(root, home, ports, Loopback.TEXT, Map.of());
    }

    /** Bootstrap servers of Kafka. */
    public String kafka() {
        return environment.getOrDefault(KAFKA, Loopback.TEXT + ":" + ports.of(Port.KAFKA));
    }

    /** URLs of the schema registry's Confluent API, separated by commas. */
    public String registryUrl() {
        return environment.getOrDefault(REGISTRY_URL, url(Port.REGISTRY) + "/apis/ccompat/v7");
    }

    /** URL of Druid's router. */
    public URI druidUrl() {
        return URI.create(environment.getOrDefault(DRUID_URL, url(Port.DRUID_ROUTER)));
    }

    /** URL of the API. */
    public URI apiUrl() {
        return URI.create(environment.getOrDefault(API_URL, "http://" + apiHost + ":" + ports.of(Port.API)));
    }

    /** URL of Flink's web UI. */
    public URI flinkUrl() {
        return URI.create(url(Port.FLINK));
    }

    /** Whether an address is given from outside. */
    public boolean isGiven(String variable) {
        return environment.containsKey(variable);
    }

    /** The URL of a port on the loopback address. */
    public String url(Port port) {
        return "http://" + Loopback.TEXT + ":" + ports.of(port);
    }
}
