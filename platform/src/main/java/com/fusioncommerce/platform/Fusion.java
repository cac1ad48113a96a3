package com.fusioncommerce.platform;

import com.fusioncommerce.platform.cli.Bounds;
import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.schemas.resources.Reasons;
import java.util.Comparator;
import java.util.Optional;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;

/** The command line {@code fusion}. */
@Command(
        name = "fusion",
        synopsisSubcommandLabel = "COMMAND",
        description = "FusionCommerce: event-driven commerce on Kafka Streams, Flink and Druid, on this machine.",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed, with the reason on standard error", "2:wrong usage"},
        footerHeading = "%nFirst steps:%n",
        footer = {
            "  fusion up --detach                        start everything",
            "  fusion token --tenant acme                a token for the API",
            "  fusion import online-retail               a year of real orders",
            "  fusion dashboard                          see them",
            "  fusion COMMAND --help                     more of each"
        })
public final class Fusion {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    private static final int HELP_WIDTH = 110;

    private Fusion() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "com/fusioncommerce/platform/fusion-logback.xml");
        System.exit(run(arguments));
    }

    /** Runs one command and returns its exit code. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** Builds the command line with the commands of every module on the class path. */
    public static CommandLine commandLine() {
        CommandLine fusion = new CommandLine(new Fusion());
        ServiceLoader.load(FusionCommand.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(FusionCommand::place))
                .forEach(fusion::addSubcommand);
        fusion.addSubcommand(new CommandLine.HelpCommand());
        withHelp(fusion);
        fusion.setUsageHelpWidth(HELP_WIDTH);
        fusion.setCaseInsensitiveEnumValuesAllowed(true);
        fusion.setParameterExceptionHandler((problem, given) -> {
            CommandLine command = problem.getCommandLine();
            command.getErr().println(message(problem));
            command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
            return USAGE;
        });
        fusion.setExecutionStrategy(parsed -> {
            Integer shown = CommandLine.executeHelpRequest(parsed);
            if (shown != null) {
                return shown;
            }
            Bounds.check(parsed);
            return new CommandLine.RunLast().execute(parsed);
        });
        return fusion.setExecutionExceptionHandler((problem, command, parsed) -> {
            command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + Reasons.of(problem));
            if (System.getenv("FUSION_DEBUG") != null) {
                problem.printStackTrace(command.getErr());
            }
            return FAILED;
        });
    }

    private static void withHelp(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true).version("FusionCommerce 0.1.0-SNAPSHOT");
        command.getSubcommands().values().forEach(sub -> {
            if (!"help".equals(sub.getCommandName())) {
                withHelp(sub);
            }
        });
    }

    /** A number too large for its Java type is reported as out of the option's range, like any other one. */
    private static String message(ParameterException problem) {
        ArgSpec argument = problem.getArgSpec();
        return Optional.ofNullable(argument)
                .filter(any -> problem.getValue() != null)
                .flatMap(Bounds::of)
                .map(range -> Bounds.says(argument, range, problem.getValue()))
                .orElse(problem.getMessage());
    }
}
