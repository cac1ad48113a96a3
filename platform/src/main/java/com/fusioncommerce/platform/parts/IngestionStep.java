package com.fusioncommerce.platform.parts;

import com.fusioncommerce.druid.IngestionConfig;
import com.fusioncommerce.druid.SupervisorClient;
import com.fusioncommerce.druid.SupervisorSpec;
import com.fusioncommerce.druid.SupervisorSpecs;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.supervisor.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Submits Druid's ingestion of the analytics topics. */
final class IngestionStep implements Step {
    static final String NAME = "ingestion";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    private final PlatformConfig config;

    IngestionStep(PlatformConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of(DruidPart.NAME, TopicsStep.NAME, SchemasStep.NAME);
    }

    @Override
    public String run() {
        SupervisorClient druid = new SupervisorClient(config.druidUrl(), ANSWER_WITHIN);
        druid.awaitReady(READY_WITHIN);
        SupervisorSpecs.retired().forEach(druid::retire);
        List<String> registryUrls = Arrays.stream(config.registryUrl().split(",", -1))
                .map(String::strip)
                .toList();
        List<SupervisorSpec> specs = SupervisorSpecs.all(IngestionConfig.of(config.kafka(), registryUrls));
        specs.forEach(druid::apply);
        return specs.size() + " data sources are read";
    }
}
