package com.fusioncommerce.platform.druid.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts Druid's services in one JVM and stops them in order on SIGTERM, with exit code 0. A service that does not
 * start ends the process with exit code 1.
 */
public final class DruidLauncher {
    /**
     * Services in the order of stopping: the router, which takes queries, first; the coordinator with the metadata
     * last.
     */
    private static final List<String> SERVICES = List.of("router", "broker", "indexer", "historical", "coordinator");

    private static final Duration STOPPING = Duration.ofSeconds(12);

    private final List<IsolatedService> services;

    private DruidLauncher(List<IsolatedService> services) {
        this.services = services;
    }

    /**
     * Runs the services until the process gets SIGTERM.
     *
     * @param args the folder of Druid's jars, the folder of its configuration, and a folder for temporary files; those
     *     of a killed Druid are deleted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 3) {
            throw new IllegalArgumentException("usage: DruidLauncher <jars> <configuration> <temporary files>");
        }
        Path configuration = Path.of(args[1]);
        TemporaryFiles.prepare(Path.of(args[2]));
        ClassPath classPath = new ClassPath(Path.of(args[0]), configuration.resolve("_common"));
        DruidLauncher launcher = new DruidLauncher(SERVICES.stream()
                .map(name -> new IsolatedService(name, configuration, classPath))
                .toList());
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "druid-stop"));
        launcher.start();
        new CountDownLatch(1).await();
    }

    private void start() {
        for (IsolatedService service : services) {
            new Thread(() -> startOrExit(service), "druid-" + service.name()).start();
        }
    }

    private static void startOrExit(IsolatedService service) {
        Instant begin = Instant.now();
        try {
            service.start();
            report(System.out, "INFO", service, "started in " + secondsSince(begin) + " s");
        } catch (Exception | LinkageError e) {
            report(System.err, "ERROR", service, "cannot start: " + e);
            e.printStackTrace(System.err);
            System.exit(1);
        }
    }

    /** Stops the services, with exit code 0 if all were running: a JVM that gets SIGTERM would exit with 143. */
    private void stop() {
        boolean wereRunning = services.stream().allMatch(IsolatedService::isRunning);
        Instant deadline = Instant.now().plus(STOPPING);
        ExecutorService stopper = Executors.newSingleThreadExecutor();
        for (IsolatedService service : services) {
            stop(service, stopper, deadline);
        }
        stopper.shutdownNow();
        if (wereRunning) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void stop(IsolatedService service, ExecutorService stopper, Instant deadline) {
        Instant begin = Instant.now();
        try {
            long patience = Math.max(0, Duration.between(begin, deadline).toMillis());
            stopper.submit(() -> {
                        service.stop();
                        return null;
                    })
                    .get(patience, TimeUnit.MILLISECONDS);
            report(System.out, "INFO", service, "stopped in " + secondsSince(begin) + " s");
        } catch (ExecutionException | TimeoutException e) {
            report(System.err, "WARN", service, "did not stop cleanly: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double secondsSince(Instant begin) {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }

    private static void report(PrintStream out, String level, IsolatedService service, String what) {
        out.printf(
                "{\"timestamp\":\"%s\",\"level\":\"%s\",\"service\":\"%s\",\"message\":\"%s\"}%n",
                Instant.now(), level, service.name(), what.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
