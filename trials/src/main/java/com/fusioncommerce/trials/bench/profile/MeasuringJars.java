package com.fusioncommerce.trials.bench.profile;

import com.fusioncommerce.platform.cli.HomeOption;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Jars for measuring only, JMH and the profiler: they are not on the class path of {@code fusion}. */
public final class MeasuringJars {
    private static final String DIRECTORY = "trials/target/measuring";

    private MeasuringJars() {}

    /** The class path of a measuring process: this process's, and these jars. */
    public static String classPath() {
        return System.getProperty("java.class.path") + File.pathSeparator
                + HomeOption.root().resolve(DIRECTORY) + "/*";
    }

    /** Reads a file from these jars; null if there is none of that name. */
    static byte[] file(String name) throws IOException {
        List<URL> urls = new ArrayList<>();
        Path directory = HomeOption.root().resolve(DIRECTORY);
        if (Files.isDirectory(directory)) {
            try (Stream<Path> jars = Files.list(directory)) {
                for (Path jar : jars.toList()) {
                    urls.add(jar.toUri().toURL());
                }
            }
        }
        try (URLClassLoader loader =
                        new URLClassLoader(urls.toArray(URL[]::new), MeasuringJars.class.getClassLoader());
                InputStream in = loader.getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        }
    }
}
