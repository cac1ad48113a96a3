package com.fusioncommerce.trials.checker;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Sources of a check, and its limits.
 *
 * @param kafka bootstrap servers
 * @param registryUrl base URL of the registry's Confluent API
 * @param api base URL of the API, or null to leave it out
 * @param token bearer token of the tenant for the API, with {@code orders:read} and {@code stock:read}
 * @param druid base URL of Druid's router, or null to leave it out
 * @param tenant the tenant to check; other tenants' data is skipped
 * @param journal file with one {@link Acknowledgement} per line, or null
 * @param drained whether nothing is in progress any more: then anything unfinished is a gap, however recent
 * @param patience timeout for the API and Druid to catch up with the log
 * @param sample the most orders to read from the API, spread evenly
 */
public record CheckSettings(
        String kafka,
        String registryUrl,
        URI api,
        String token,
        URI druid,
        String tenant,
        Path journal,
        boolean drained,
        Duration patience,
        int sample) {
    /** Omits the token. */
    @Override
    public String toString() {
        return "CheckSettings[" + kafka + ", " + registryUrl + ", " + api + ", " + druid + ", tenant=" + tenant + "]";
    }
}
