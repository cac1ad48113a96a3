package com.fusioncommerce.druid;

import java.util.List;
import java.util.Map;

/**
 * The sources of Druid's ingestion. Druid stores this configuration and shows it in its console: secrets are referred
 * to by environment variables of Druid's processes, never included.
 *
 * @param bootstrapServers Kafka's addresses, as Druid reaches them
 * @param registryUrls the schema registry's addresses (Confluent-compatible API), as Druid reaches them
 * @param registryUserInfoVariable the environment variable of Druid's processes that holds {@code user:password} for
 *     the registry; empty if the registry needs none
 * @param consumerProperties further properties of the Kafka consumer; a secret is given by Kafka's or Druid's config
 *     providers, e.g. {@code druid.dynamic.config.provider}
 */
public record IngestionConfig(
        String bootstrapServers,
        List<String> registryUrls,
        String registryUserInfoVariable,
        Map<String, Object> consumerProperties) {

    /** Copies the collections and requires an address of Kafka and of the registry. */
    public IngestionConfig {
        if (bootstrapServers.isBlank() || registryUrls.isEmpty()) {
            throw new IllegalArgumentException("Druid needs the addresses of Kafka and of the schema registry");
        }
        registryUrls = List.copyOf(registryUrls);
        consumerProperties = Map.copyOf(consumerProperties);
    }

    /** A configuration for Kafka and a registry without authentication. */
    public static IngestionConfig of(String bootstrapServers, List<String> registryUrls) {
        return new IngestionConfig(bootstrapServers, registryUrls, "", Map.of());
    }
}
