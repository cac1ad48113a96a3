package com.fusioncommerce.platform;

import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.HomeLock;
import com.fusioncommerce.platform.config.NothingRunsException;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.RunningPlatform;
import com.fusioncommerce.platform.parts.Catalogue;
import com.fusioncommerce.platform.supervisor.Restart;
import com.fusioncommerce.platform.supervisor.Server;
import com.google.auto.service.AutoService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restarts parts, one at a time. */
@AutoService(FusionCommand.class)
@Command(
        name = "restart",
        description = {
            "Restarts parts one at a time, while the others serve.",
            "",
            "Each is asked to end (SIGTERM), started again, and waited for until it has caught up with what it missed; "
                    + "only then comes the next. An API node first says that it is not ready, so that a load balancer "
                    + "sends it no more, answers what is under way, and gives its share of the state to the others."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion restart api                        all API nodes, rolling",
            "  fusion restart api-2                      that node only",
            "  fusion restart kafka                      all brokers, rolling",
            "  fusion restart                            every part"
        })
public final class RestartCommand implements FusionCommand, Callable<Integer> {
    @Mixin
    private HomeOption option;

    @Parameters(
            paramLabel = "PART",
            arity = "0..*",
            description = "A part, or a kind of parts: kafka is also kafka-2 and kafka-3 (default: all).")
    private Set<String> chosen = new LinkedHashSet<>();

    @Spec
    private CommandSpec spec;

    @Override
    public int place() {
        return 30;
    }

    @Override
    public Integer call() throws IOException {
        Home home = option.home();
        var running = RunningPlatform.in(home);
        if (running.isEmpty() || HomeLock.holder(home).isEmpty()) {
            throw NothingRunsException.in(home, List.of());
        }
        List<Server> servers = servers(
                running.get().config(HomeOption.root(), home),
                Set.copyOf(running.get().parts()));
        Restart restart = new Restart(home.run(), new PlainConsole(System.out));
        servers.forEach(restart::restart);
        System.out.println(servers.size() + " restarted");
        return Fusion.OK;
    }

    private List<Server> servers(PlatformConfig config, Set<String> running) {
        List<Server> servers = new ArrayList<>();
        try {
            new Catalogue(config).named(chosen).forEach(part -> {
                if (part instanceof Server server && running.contains(part.name())) {
                    servers.add(server);
                }
            });
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        if (servers.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "none of " + chosen + " runs here: see `fusion status`");
        }
        return servers;
    }
}
