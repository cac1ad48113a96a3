package com.fusioncommerce.trials.checker;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What is checked, and against what.
 *
 * @param kafka bootstrap servers
 * @param registryUrl base URL of the registry's Confluent API
 * @param api base URL of the API, or null to leave it out
 * @param token bearer token of the tenant for the API, with {@code orders:read} and {@code stock:read}
 * @param druid base URL of Druid's router, or null to leave it out
 * @param tenant whose data is checked; the others' is passed over
 * @param journal what a load was told, one {@link Acknowledgement} a line, or null where there is none
 * @param drained whether nothing is under way any more: then what is unfinished is a gap, however young
 * @param patience how long the API and Druid may take to show what the log has
 * @param sample how many orders are asked of the API at most, spread evenly
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
    /** Leaves the token out. */
    @Override
    public String toString() {
        return "CheckSettings[" + kafka + ", " + registryUrl + ", " + api + ", " + druid + ", tenant=" + tenant + "]";
    }
}
