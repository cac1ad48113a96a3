package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.supervisor.Step;
import com.fusioncommerce.schemas.SchemaRegistry;
import java.util.Set;

/** Registers every schema of the catalogue; serializers never register schemas. */
final class SchemasStep implements Step {
    static final String NAME = "schemas";

    private final PlatformConfig config;

    SchemasStep(PlatformConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of(RegistryPart.NAME);
    }

    @Override
    public String run() {
        return SchemaRegistry.connect(config.registry()).register() + " schemas registered";
    }
}
