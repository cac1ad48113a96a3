package com.fusioncommerce.platform.druid.launcher;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** A service of Druid under a class loader of its own: it sees the JDK, its configuration and Druid's jars, no more. */
final class IsolatedService {
    private static final String ENTRY = "com.fusioncommerce.platform.druid.launcher.DruidService";

    private final String name;
    private final Path configuration;
    private final ClassLoader loader;
    private volatile AutoCloseable running;

    /**
     * Prepares a service.
     *
     * @param name coordinator, broker, historical, indexer or router
     * @param lib the folder of Druid's jars
     * @param configuration the folder of its configuration
     */
    IsolatedService(String name, Path lib, Path configuration) throws IOException {
        this.name = name;
        this.configuration = configuration;
        List<URL> classPath = new ArrayList<>();
        // The service's own folder holds its log4j2.xml.
        classPath.add(configuration.resolve(name).toUri().toURL());
        classPath.add(
                IsolatedService.class.getProtectionDomain().getCodeSource().getLocation());
        try (Stream<Path> files = Files.list(lib)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                classPath.add(jar.toUri().toURL());
            }
        }
        loader = new URLClassLoader(
                "druid-" + name, classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    String name() {
        return name;
    }

    boolean isRunning() {
        return running != null;
    }

    /** Starts it, on a thread whose context class loader is the service's. */
    void start() throws Exception {
        Thread.currentThread().setContextClassLoader(loader);
        Callable<?> service = Class.forName(ENTRY, true, loader)
                .asSubclass(Callable.class)
                .getConstructor(String.class, Path.class)
                .newInstance(name, configuration);
        running = (AutoCloseable) service.call();
    }

    /** Stops it if it runs. */
    void stop() throws Exception {
        Thread.currentThread().setContextClassLoader(loader);
        if (running != null) {
            running.close();
        }
    }
}
