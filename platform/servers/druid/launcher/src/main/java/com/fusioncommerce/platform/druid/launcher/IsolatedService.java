package com.fusioncommerce.platform.druid.launcher;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** A Druid service under its own class loader. */
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
     * @param configuration the folder of Druid's configuration
     */
    IsolatedService(String name, Path configuration, ClassPath classPath) {
        this.name = name;
        this.configuration = configuration;
        this.loader = classPath.loaderOf(name);
    }

    String name() {
        return name;
    }

    boolean isRunning() {
        return running != null;
    }

    /** Starts the service on a thread whose context class loader is the service's. */
    void start() throws Exception {
        Thread.currentThread().setContextClassLoader(loader);
        Callable<?> service = Class.forName(ENTRY, true, loader)
                .asSubclass(Callable.class)
                .getConstructor(String.class, Path.class)
                .newInstance(name, configuration);
        running = (AutoCloseable) service.call();
    }

    /** Stops the service if it runs. */
    void stop() throws Exception {
        Thread.currentThread().setContextClassLoader(loader);
        if (running != null) {
            running.close();
        }
    }
}
