package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.Loopback;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Port;
import com.fusioncommerce.platform.supervisor.Launch;
import com.fusioncommerce.platform.supervisor.LogFile;
import com.fusioncommerce.platform.supervisor.Probe;
import com.fusioncommerce.platform.supervisor.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Apicurio Registry, with its schemas in a database file. */
final class RegistryPart implements PlatformServer {
    static final String NAME = "registry";
    private static final String ARTIFACT = "apicurio-registry-app";

    private final PlatformConfig config;
    private final Distribution distribution;

    RegistryPart(PlatformConfig config) {
        this.config = config;
        this.distribution = new Distribution(config.root(), NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Apicurio Registry";
    }

    @Override
    public String version() {
        return JarVersions.of(distribution.directory(), ARTIFACT);
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.REGISTRY);
    }

    @Override
    public int memoryMib() {
        return 350;
    }

    @Override
    public Map<String, String> links() {
        return Map.of("Schema registry", config.registryUrl());
    }

    @Override
    public Launch launch(Progress progress) throws IOException {
        Path directory = distribution.ensure(progress);
        Path data = config.home().data(NAME);
        Files.createDirectories(data);
        List<String> command = JavaCommand.in(data, "256m")
                .lightCompiler()
                .property("quarkus.http.host", Loopback.TEXT)
                .property("quarkus.http.port", config.ports().of(Port.REGISTRY))
                .property("apicurio.storage.kind", "sql")
                .property("apicurio.storage.sql.kind", "h2")
                .property("apicurio.datasource.url", "jdbc:h2:file:" + data.resolve("schemas"))
                .property("quarkus.banner.enabled", false)
                .property("quarkus.log.console.enable", false)
                .property("quarkus.log.file.enable", true)
                .property("quarkus.log.file.path", "${" + LogFile.ENVIRONMENT + "}")
                .property("quarkus.log.file.rotation.max-file-size", "16M")
                .property("quarkus.log.file.rotation.max-backup-index", 4)
                .property("quarkus.log.file.rotation.rotate-on-boot", false)
                .property("quarkus.log.file.json", true)
                .property("quarkus.log.file.json.date-format", "yyyy-MM-dd'T'HH:mm:ss.SSSX")
                .property("quarkus.log.file.json.zone-id", "UTC")
                .property("quarkus.log.file.json.exception-output-type", "formatted")
                .property(
                        "quarkus.log.file.json.key-overrides",
                        "timestamp=time,logger-name=logger,thread-name=thread,stack-trace=exception")
                .property(
                        "quarkus.log.file.json.excluded-keys",
                        "sequence,loggerClassName,hostName,processName,processId,threadId,mdc,ndc")
                .jar(directory.resolve(ARTIFACT + "-" + version() + "-runner.jar"));
        return new Launch(command, Map.of(), data);
    }

    @Override
    public Probe probe() {
        return Probes.http(config.url(Port.REGISTRY) + "/apis/ccompat/v7/subjects");
    }
}
