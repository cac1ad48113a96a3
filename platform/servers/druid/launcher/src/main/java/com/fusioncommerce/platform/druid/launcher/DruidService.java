package com.fusioncommerce.platform.druid.launcher;

import com.google.inject.Injector;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.druid.cli.CliBroker;
import org.apache.druid.cli.CliCoordinator;
import org.apache.druid.cli.CliHistorical;
import org.apache.druid.cli.CliIndexer;
import org.apache.druid.cli.CliRouter;
import org.apache.druid.cli.GuiceRunnable;
import org.apache.druid.discovery.NodeRole;
import org.apache.druid.guice.StartupInjectorBuilder;
import org.apache.druid.java.util.common.lifecycle.Lifecycle;
import org.apache.logging.log4j.ThreadContext;

/**
 * One Druid service. Its interface to {@link DruidLauncher} uses only types of the JDK, since different class loaders
 * load the two. Druid's own way of running a service would register a shutdown hook per service, and hooks run in no
 * order.
 */
public final class DruidService implements Callable<AutoCloseable> {
    private static final Map<String, Role> ROLES = Map.of(
            "coordinator", new Role(CliCoordinator::new, Set.of(NodeRole.COORDINATOR, NodeRole.OVERLORD)),
            "broker", new Role(CliBroker::new, Set.of(NodeRole.BROKER)),
            "historical", new Role(CliHistorical::new, Set.of(NodeRole.HISTORICAL)),
            "indexer", new Role(CliIndexer::new, Set.of(NodeRole.INDEXER)),
            "router", new Role(CliRouter::new, Set.of(NodeRole.ROUTER)));

    private final String name;
    private final Role role;
    private final Properties properties;

    /**
     * Reads the service's configuration.
     *
     * @param name coordinator, broker, historical, indexer or router
     * @param configuration folder of {@code _common/common.runtime.properties} and {@code <name>/runtime.properties}
     * @throws IllegalArgumentException if there is no such service
     */
    public DruidService(String name, Path configuration) throws IOException {
        this.name = name;
        role = ROLES.get(name);
        if (role == null) {
            throw new IllegalArgumentException("no service of Druid: " + name + ", but " + ROLES.keySet());
        }
        properties = new Properties();
        load(configuration.resolve("_common").resolve("common.runtime.properties"));
        load(configuration.resolve(name).resolve("runtime.properties"));
    }

    /** Starts the service and returns a handle that stops it. */
    @Override
    public AutoCloseable call() {
        // The service's threads inherit this context, so that each log line names its service.
        ThreadContext.put("service", name);
        Injector startup = new StartupInjectorBuilder()
                .withProperties(properties)
                .withExtensions()
                .build();
        GuiceRunnable service = role.service().get();
        startup.injectMembers(service);
        Lifecycle lifecycle = service.initLifecycle(service.makeInjector(role.nodeRoles()));
        return lifecycle::stop;
    }

    private void load(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
    }

    private record Role(Supplier<GuiceRunnable> service, Set<NodeRole> nodeRoles) {}
}
