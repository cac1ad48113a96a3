package com.fusioncommerce.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.HomeLock;
import com.fusioncommerce.platform.config.NothingRunsException;
import com.fusioncommerce.platform.config.RunningPlatform;
import com.fusioncommerce.platform.status.StatusReader;
import com.fusioncommerce.platform.status.StatusReport;
import com.fusioncommerce.platform.status.StatusText;
import com.google.auto.service.AutoService;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the status of the platform. */
@AutoService(FusionCommand.class)
@Command(
        name = "status",
        description = {
            "Shows how the platform is.",
            "",
            "Every part's health, version, port, process, memory and uptime; how many records each consumer group (the "
                    + "commerce application, Flink's jobs) and each Druid data source has yet to read.",
            "",
            "Flink reads without joining its group, which then shows as Empty. Groups that are not the platform's have a "
                    + "table of their own. A lag of 0 means that there is nothing left to read: ends of transactions and "
                    + "aborted records are not counted, but in lags over 2,000."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything is up", "1:something is down, or nothing runs", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {"  fusion status", "  fusion status --json | jq '.parts[] | select(.up | not)'"})
public final class StatusCommand implements FusionCommand, Callable<Integer> {
    @Mixin
    private HomeOption option;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = option.home();
        Optional<RunningPlatform> platform = RunningPlatform.in(home);
        if (platform.isEmpty()) {
            throw NothingRunsException.in(home, List.of());
        }
        boolean supervised = HomeLock.holder(home).isPresent();
        StatusReport report = new StatusReader(
                        platform.get().config(HomeOption.root(), home),
                        Set.copyOf(platform.get().parts()))
                .read(supervised);
        System.out.println(json ? asJson(report) : StatusText.of(report));
        if (!supervised) {
            System.err.println("its supervisor is gone: nothing is restarted; clean up with `fusion down`");
        }
        return report.allUp() ? Fusion.OK : Fusion.FAILED;
    }

    private static String asJson(StatusReport report) throws IOException {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report);
    }
}
