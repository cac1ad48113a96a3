package com.fusioncommerce.platform.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.cli.TenantName;
import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.supervisor.LogFile;
import com.google.auto.service.AutoService;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the logs of the parts. */
@AutoService(FusionCommand.class)
@Command(
        name = "logs",
        description = {
            "Shows what parts have logged, of all parts in the order of time, rotated files included.",
            "",
            "Every record is a line of JSON with time, level, logger, thread, message, and where there is one "
                    + "correlationId, tenant and exception; an answer of the API has method, route, status, bytes, ms, "
                    + "caller and remote too. The id of a request is in its answer's header X-Correlation-Id, which a "
                    + "request can also bring. Files are HOME/log/PART.log; what a process prints past its log is in "
                    + "PART.out beside it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion logs                               the last 100 records of all parts",
            "  fusion logs --correlation 4f1c0a52-6a1d-4c3e-9a55-0d1f7b2c8e11",
            "  fusion logs api --tenant acme --since 10m",
            "  fusion logs --level warn --since 2026-01-31T12:00:00Z",
            "  fusion logs druid -n 500 --json | jq .message",
            "  fusion logs flink -f"
        })
public final class LogsCommand implements FusionCommand, Callable<Integer> {
    private static final int OK = 0;
    private static final int FAILED = 1;

    @Mixin
    private HomeOption option;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PART",
            arity = "0..*",
            description = "kafka, registry, zookeeper, druid, flink, api or supervisor; all if none is named.")
    private List<String> parts = List.of();

    @Option(
            names = "--correlation",
            paramLabel = "ID",
            description = "Only what the request with this id, the whole of it, set in motion.")
    private String correlationId;

    @Option(
            names = "--tenant",
            converter = TenantName.class,
            paramLabel = "TENANT",
            description = "Only what is this tenant's.")
    private String tenant;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "TRACE",
            description = "Only what is so severe or more: trace, debug, info, warn or error (default: all).")
    private LogFilter.Level level;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only what is not older: a time such as 2026-01-31T12:00:00Z, or for how long, such as 90s, "
                    + "10m or 2h.")
    private String since;

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "100", description = "How many at most (default: 100).")
    @Between(min = 1, max = 1_000_000)
    private int lines;

    @Option(names = "--json", description = "The records as they are, a line of JSON each.")
    private boolean json;

    @Option(names = "-f", description = "Goes on as one part's log grows, until Ctrl-C.")
    private boolean follow;

    @Override
    public int place() {
        return 50;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = option.started();
        Logs logs = new Logs(home.logs());
        List<String> present = logs.parts();
        for (String part : parts) {
            if (!present.contains(part)) {
                System.err.println("no log of '" + part + "' in " + home.logs() + "; there are: " + present);
                return FAILED;
            }
        }
        if (follow) {
            return follow(home);
        }
        LogFilter filter = new LogFilter(correlationId, tenant, level, from());
        List<LogRecord> found = logs.last(lines, parts.isEmpty() ? present : parts, filter);
        found.forEach(record -> System.out.println(json ? record.fields().toString() : record.readable()));
        if (found.isEmpty()) {
            System.err.println("nothing of that was logged, or its log was rotated away");
        }
        return OK;
    }

    private int follow(Home home) throws IOException, InterruptedException {
        if (parts.size() != 1 || correlationId != null || tenant != null || since != null) {
            throw new ParameterException(spec.commandLine(), "-f follows the log of one PART, all of it.");
        }
        // The system's own tail follows through rotation too.
        String part = parts.get(0);
        Process tail = new ProcessBuilder(
                        "tail",
                        "-n",
                        Integer.toString(lines),
                        "-F",
                        LogFile.of(home.logs(), part).path().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader grown = tail.inputReader(UTF_8)) {
            for (String line = grown.readLine(); line != null; line = grown.readLine()) {
                System.out.println(json ? line : readable(part, line));
            }
        } finally {
            tail.destroy();
        }
        return tail.waitFor();
    }

    private static String readable(String part, String line) {
        return LogRecord.of(part, line).map(LogRecord::readable).orElse(line);
    }

    private Instant from() {
        if (since == null) {
            return null;
        }
        try {
            return since.matches("[0-9]{1,9}[smhSMH]")
                    ? Instant.now().minus(Duration.parse("PT" + since))
                    : Instant.parse(since);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "--since must be a time such as 2026-01-31T12:00:00Z, or 90s, 10m or 2h.");
        }
    }
}
