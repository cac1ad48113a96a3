package com.fusioncommerce.platform;

import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.supervisor.OutputFile;
import com.fusioncommerce.platform.supervisor.Processes;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code up} in a background process that outlives this one, and copies its output until the platform is ready.
 */
final class DetachedUp {
    private static final String DETACHED = "fusion.detached";
    private static final long LOOK_EVERY_MS = 200;

    private final Home home;

    DetachedUp(Home home) {
        this.home = home;
    }

    /** Whether this process is a supervisor started by {@link #run}. */
    static boolean isDetached() {
        return Boolean.getBoolean(DETACHED);
    }

    /**
     * The output file of a detached supervisor. The file lies in the home's run directory, since {@code --fresh} wipes
     * the logs.
     */
    static OutputFile output(Home home) {
        return new OutputFile(home.run().resolve("up.log"));
    }

    /**
     * Returns when the platform is ready or has failed.
     *
     * @param arguments the command line, including {@code --detach}
     * @return the exit code
     */
    int run(List<String> arguments) throws IOException, InterruptedException {
        Path log = output(home).path();
        Files.createDirectories(home.run());
        Files.writeString(log, "");
        Process up = new ProcessBuilder(Processes.inOwnSession(command(arguments)))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (RandomAccessFile said = new RandomAccessFile(log.toFile(), "r")) {
            boolean ended = false;
            while (!ended) {
                ended = up.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                String news = rest(said);
                System.out.print(news);
                System.out.flush();
                if (news.contains(Summary.DETACHED)) {
                    return Fusion.OK;
                }
            }
            return up.exitValue();
        }
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-D" + DETACHED + "=true");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fusion.class.getName()));
        arguments.stream().filter(argument -> !"--detach".equals(argument)).forEach(command::add);
        return command;
    }

    /** Reads whole lines only, so that no printed line is torn. */
    private static String rest(RandomAccessFile file) throws IOException {
        long from = file.getFilePointer();
        byte[] bytes = new byte[(int) (file.length() - from)];
        file.readFully(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n') + 1;
        file.seek(from + text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
        return text.substring(0, end);
    }
}
