package com.fusioncommerce.trials.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A condition that must hold on any machine: a run with a failed check has failed. */
public record Check(
        @JsonProperty("name") String name,
        @JsonProperty("passed") boolean passed,
        @JsonProperty("detail") String detail) {}
