package com.fusioncommerce.trials.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A figure to reach; missing it is a finding, not a failure.
 *
 * @param wanted in words, such as {@code ≤ 40 ms}
 */
public record Target(
        @JsonProperty("name") String name,
        @JsonProperty("wanted") String wanted,
        @JsonProperty("measured") String measured,
        @JsonProperty("met") boolean met) {}
