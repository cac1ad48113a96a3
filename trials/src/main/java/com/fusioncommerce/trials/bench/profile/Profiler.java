package com.fusioncommerce.trials.bench.profile;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** async-profiler, attached to running JVMs. It samples threads on a processor, not waiting ones. */
public final class Profiler {
    private static final String INTERVAL = "1ms";

    private final Path library;
    private final Path directory;

    private Profiler(Path library, Path directory) {
        this.library = library;
        this.directory = directory;
    }

    /**
     * A profiler that keeps its files in a directory.
     *
     * @throws IOException if the profiler does not support this machine: it supports Linux on x64 and arm64
     */
    public static Profiler in(Path directory) throws IOException {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        String resource = "linux-" + architecture + "/libasyncProfiler.so";
        Path library = directory.resolve("libasyncProfiler.so");
        byte[] content = MeasuringJars.file(resource);
        if (content == null) {
            throw new IOException("there is no profiler for " + architecture);
        }
        // Never overwritten: a process that has loaded the library would crash.
        if (Files.notExists(library)) {
            Files.write(library, content);
        }
        return new Profiler(library, directory);
    }

    /** Starts sampling a process. */
    public Sampling start(long pid) throws IOException {
        tell(pid, "start,event=ctimer,interval=" + INTERVAL + ",threads");
        return new Sampling(pid);
    }

    /** A running sampling of a process. */
    public final class Sampling {
        private final long pid;

        private Sampling(long pid) {
            this.pid = pid;
        }

        /** Stops sampling, and attributes the samples. */
        public Attribution stop() throws IOException {
            Path stacks = Files.createTempFile(directory, "stacks-", ".txt");
            tell(pid, "stop,file=" + stacks + ",collapsed,threads");
            List<String> lines = Files.readAllLines(stacks);
            Files.delete(stacks);
            return Attribution.of(lines);
        }
    }

    private void tell(long pid, String what) throws IOException {
        VirtualMachine machine = null;
        try {
            machine = VirtualMachine.attach(Long.toString(pid));
            machine.loadAgentPath(library.toString(), what);
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new IOException("process " + pid + " cannot be profiled", e);
        } finally {
            if (machine != null) {
                machine.detach();
            }
        }
    }
}
