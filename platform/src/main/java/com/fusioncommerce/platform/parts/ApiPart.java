package com.fusioncommerce.platform.parts;

import com.fusioncommerce.api.auth.DevKeys;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.supervisor.Launch;
import com.fusioncommerce.platform.supervisor.Probe;
import com.fusioncommerce.platform.supervisor.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The API, with the commerce application in the same process. */
final class ApiPart implements PlatformServer {
    static final String NAME = "api";

    private final PlatformConfig config;
    private final OwnModule module;

    ApiPart(PlatformConfig config) {
        this.config = config;
        this.module = OwnModule.of(config, NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "API and commerce application";
    }

    @Override
    public String version() {
        return module.version();
    }

    @Override
    public Set<String> needs() {
        return Set.of(KafkaPart.NAME, RegistryPart.NAME, TopicsStep.NAME, SchemasStep.NAME);
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.API);
    }

    @Override
    public int memoryMib() {
        return 1_100;
    }

    @Override
    public Map<String, String> links() {
        return Map.of(
                "API", config.apiUrl() + "/v1",
                "OpenAPI", config.apiUrl() + "/openapi.json",
                "Dashboards", config.apiUrl() + "/dashboards");
    }

    @Override
    public Launch launch(Progress progress) throws IOException {
        Path data = config.home().data(NAME);
        Files.createDirectories(data);
        DevKeys.at(config.home().keys());
        Map<String, String> environment = new TreeMap<>(OwnModule.environment(config));
        environment.put("FUSION_API_HOST", config.apiHost());
        environment.put("FUSION_API_PORT", Integer.toString(config.ports().of(Port.API)));
        environment.put("FUSION_STATE_DIR", data.toString());
        environment.putIfAbsent("FUSION_JWKS", config.home().jwks().toString());
        List<String> command = JavaCommand.withHeap("768m").main(module.classpath(), "com.fusioncommerce.api.Main");
        return new Launch(command, environment, data);
    }

    @Override
    public Probe probe() {
        return Probes.http(config.apiUrl() + "/health/ready");
    }
}
