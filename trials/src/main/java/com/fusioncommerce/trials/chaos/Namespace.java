package com.fusioncommerce.trials.chaos;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reruns this command in its own network and mount namespace, where ports can be cut and small disks mounted without
 * side effects on the machine, and everything is undone at the end.
 */
final class Namespace {
    private static final String INSIDE = "FUSION_CHAOS_NAMESPACE";
    private static final String SETUP = "ip link set lo up && exec \"$@\"";

    private final List<String> unshare;

    private Namespace(List<String> unshare) {
        this.unshare = unshare;
    }

    /** Whether this process already runs in such a namespace. */
    static boolean isInside() {
        return System.getenv(INSIDE) != null;
    }

    /**
     * A namespace for this process.
     *
     * @throws IOException if the process may not create one; the message gives the reason
     */
    static Namespace available() throws IOException {
        List<String> asRoot = List.of("unshare", "--net", "--mount");
        List<String> asAnybody = List.of("unshare", "--map-root-user", "--net", "--mount");
        try {
            return tried(asRoot);
        } catch (IOException e) {
            return tried(asAnybody);
        }
    }

    private static Namespace tried(List<String> unshare) throws IOException {
        List<String> command = new ArrayList<>(unshare);
        command.addAll(List.of("ip", "link", "set", "lo", "up"));
        Command.run(command.toArray(String[]::new));
        return new Namespace(unshare);
    }

    /** Runs the command line with these arguments in the namespace, and returns its exit code. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(unshare);
        command.addAll(List.of("sh", "-c", SETUP, "fusion"));
        command.addAll(java(arguments));
        return run(command, Map.of(INSIDE, "1"));
    }

    private static int run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        Process inner = builder.start();
        Thread stop = new Thread(
                () -> {
                    inner.destroy();
                    inner.onExit().join();
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        int code = inner.waitFor();
        Runtime.getRuntime().removeShutdownHook(stop);
        return code;
    }

    /** This JVM's command line, with options and class path. */
    private static List<String> java(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("com.fusioncommerce.platform.Fusion");
        command.addAll(arguments);
        return command;
    }
}
