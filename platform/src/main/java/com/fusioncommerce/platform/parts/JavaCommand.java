package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.Directories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builder of the command line of a Java process, on the Java that runs this process. */
final class JavaCommand {
    private final List<String> options = new ArrayList<>();

    private JavaCommand(String heap, Path temporary) {
        options.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        options.add("-Xmx" + heap);
        // The serial collector takes half of the default one's memory, and is no slower on two cores.
        options.add("-XX:+UseSerialGC");
        options.add("-XX:+ExitOnOutOfMemoryError");
        // Fixed names keep only the last crash's files in the working directory, not those of each crash.
        options.add("-XX:ErrorFile=crash.log");
        options.add("-XX:ReplayDataFile=crash-replay.log");
        options.add("-Duser.timezone=UTC");
        options.add("-Dfile.encoding=UTF-8");
        options.add("-Djava.io.tmpdir=" + temporary);
    }

    /**
     * A command with a heap such as {@code 512m} and its own folder {@code tmp} in this directory. A killed process
     * leaves its unpacked native libraries there (tens of megabytes), and the next start deletes them.
     */
    static JavaCommand in(Path data, String heap) throws IOException {
        return new JavaCommand(heap, Directories.empty(data.resolve("tmp")));
    }

    /** Uses only the C1 compiler: for programs whose peak speed does not matter. */
    JavaCommand lightCompiler() {
        return option("-XX:TieredStopAtLevel=1");
    }

    JavaCommand option(String option) {
        options.add(option);
        return this;
    }

    JavaCommand property(String name, Object value) {
        return option("-D" + name + "=" + value);
    }

    List<String> main(String classpath, String mainClass, String... arguments) {
        options.addAll(List.of("-cp", classpath, mainClass));
        return with(arguments);
    }

    List<String> jar(Path jar, String... arguments) {
        options.addAll(List.of("-jar", jar.toString()));
        return with(arguments);
    }

    private List<String> with(String... arguments) {
        options.addAll(List.of(arguments));
        return List.copyOf(options);
    }
}
