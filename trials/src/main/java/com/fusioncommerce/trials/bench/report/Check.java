package com.fusioncommerce.trials.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Something that must be so, whatever the machine: a run in which one fails has failed. */
public record Check(
        @JsonProperty("name") String name,
        @JsonProperty("passed") boolean passed,
        @JsonProperty("detail") String detail) {}
