package com.fusioncommerce.platform;

import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.HomeLock;
import com.fusioncommerce.platform.config.RunningPlatform;
import com.fusioncommerce.platform.supervisor.Leftovers;
import com.google.auto.service.AutoService;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the platform. */
@AutoService(FusionCommand.class)
@Command(
        name = "down",
        description = {
            "Stops the platform.",
            "",
            "In the right order: API, Flink, Druid, ZooKeeper, registry, Kafka. Also ends what an `up` that was killed "
                    + "has left behind. State is kept."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  fusion down", "  fusion down --home /var/lib/fusion"})
public final class DownCommand implements FusionCommand, Callable<Integer> {
    private static final long MINUTES_TO_STOP = 4;

    @Mixin
    private HomeOption option;

    @Override
    public int place() {
        return 40;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = option.started();
        Optional<ProcessHandle> supervisor = HomeLock.holder(home);
        if (supervisor.isPresent()) {
            stop(supervisor.get());
        }
        PlainConsole console = new PlainConsole(System.out);
        int left = Leftovers.stop(home.run(), console);
        RunningPlatform.forget(home);
        boolean nothing = supervisor.isEmpty() && left == 0;
        System.out.println(nothing ? "nothing was running in " + home.directory() : "stopped");
        return Fusion.OK;
    }

    /** Stops the supervisor, killing it if necessary; its surviving processes are stopped afterwards. */
    private static void stop(ProcessHandle supervisor) throws InterruptedException {
        System.out.println("stopping the platform (process " + supervisor.pid() + ") …");
        supervisor.destroy();
        try {
            supervisor.onExit().get(MINUTES_TO_STOP, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            supervisor.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for process " + supervisor.pid(), e);
        }
    }
}
