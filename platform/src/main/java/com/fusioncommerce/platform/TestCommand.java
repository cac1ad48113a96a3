package com.fusioncommerce.platform;

import com.fusioncommerce.platform.cli.FusionCommand;
import com.google.auto.service.AutoService;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Help text only: the script runs the tests itself, since they must run before anything is built. */
@AutoService(FusionCommand.class)
@Command(
        name = "test",
        description = {
            "Runs every test.",
            "",
            "Unit and topology tests of each module, then end-to-end tests on real Kafka, registry, Flink and Druid, "
                    + "which the tests start on free ports and stop again. Installs Chromium for the dashboard's test "
                    + "if it is missing (Debian, as root). Further arguments go to Maven."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./fusion test                    everything, as CI does",
            "  ./fusion test -pl schemas        one module",
            "  ./fusion test -Dit.test=OrderIT  one end-to-end test"
        })
public final class TestCommand implements FusionCommand, Callable<Integer> {
    @Override
    public int place() {
        return 100;
    }

    @Override
    public Integer call() {
        System.err.println("tests are run by the script: ./fusion test");
        return Fusion.USAGE;
    }
}
