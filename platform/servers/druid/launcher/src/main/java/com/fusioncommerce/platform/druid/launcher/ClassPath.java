package com.fusioncommerce.platform.druid.launcher;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Druid's jars in two groups: jars with static state, which each service loads for itself, and the libraries under
 * them, loaded once for all services. That halves memory and start time.
 */
final class ClassPath {
    /**
     * Jars per service: Druid, Calcite (Druid has classes in its packages), and Guice and Jersey, which keep static
     * state.
     */
    private static final Pattern A_SERVICES_OWN =
            Pattern.compile("(druid|calcite|avatica|guice|jersey|jackson-module-guice|jackson-jaxrs).*");

    private final List<URL> own = new ArrayList<>();
    private final ClassLoader shared;

    /**
     * Divides the jars of a folder.
     *
     * @param lib the folder of Druid's jars
     * @param configuration the folder in which the libraries find their configuration
     */
    ClassPath(Path lib, Path configuration) throws IOException {
        List<URL> libraries = new ArrayList<>();
        libraries.add(configuration.toUri().toURL());
        own.add(ClassPath.class.getProtectionDomain().getCodeSource().getLocation());
        try (Stream<Path> files = Files.list(lib)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                boolean servicesOwn =
                        A_SERVICES_OWN.matcher(jar.getFileName().toString()).matches();
                (servicesOwn ? own : libraries).add(jar.toUri().toURL());
            }
        }
        shared = new URLClassLoader("libraries", libraries.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** Returns a new class loader for one service. */
    ClassLoader loaderOf(String service) {
        return new URLClassLoader("druid-" + service, own.toArray(URL[]::new), shared);
    }
}
