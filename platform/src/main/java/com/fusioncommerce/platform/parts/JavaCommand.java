package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.Directories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command line that starts a program in a Java process of its own, on the Java that runs this one. */
final class JavaCommand {
    private final List<String> options = new ArrayList<>();

    private JavaCommand(String heap, Path temporary) {
        options.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        options.add("-Xmx" + heap);
        // Half the memory of the default collector, and no slower on two cores.
        options.add("-XX:+UseSerialGC");
        options.add("-XX:+ExitOnOutOfMemoryError");
        // One of each in the working directory, the last one, and not one for each crash.
        options.add("-XX:ErrorFile=crash.log");
        options.add("-XX:ReplayDataFile=crash-replay.log");
        options.add("-Duser.timezone=UTC");
        options.add("-Dfile.encoding=UTF-8");
        options.add("-Djava.io.tmpdir=" + temporary);
    }

    /**
     * With a heap such as {@code 512m}, and a folder {@code tmp} of its own in this one: a process that is killed leaves
     * there what it has unpacked (native libraries, tens of megabytes), and the next one begins by removing it.
     */
    static JavaCommand in(Path data, String heap) throws IOException {
        return new JavaCommand(heap, Directories.empty(data.resolve("tmp")));
    }

    /** Compiles quickly and lightly: for programs whose speed does not matter once they run. */
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
