package com.fusioncommerce.trials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.platform.Fusion;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command line with the commands of all modules. */
class CommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int fusion(String... arguments) {
        CommandLine fusion = Fusion.commandLine();
        fusion.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return fusion.execute(arguments);
    }

    @Test
    void the_commands_of_all_modules_are_there_in_the_order_of_their_places() {
        assertThat(Fusion.commandLine().getSubcommands().keySet())
                .containsExactly(
                        "up",
                        "status",
                        "restart",
                        "down",
                        "logs",
                        "dead-letters",
                        "token",
                        "dashboard",
                        "train",
                        "test",
                        "import",
                        "reconcile",
                        "simulate",
                        "replay",
                        "check",
                        "chaos",
                        "bench",
                        "help");
    }

    @Test
    void every_command_explains_itself_with_examples() {
        for (String command : Fusion.commandLine().getSubcommands().keySet()) {
            if ("help".equals(command)) {
                continue;
            }
            out.getBuffer().setLength(0);
            assertThat(fusion(command, "--help")).as(command).isZero();
            assertThat(out.toString()).as(command).contains("Usage: fusion " + command, "Examples:");
        }
    }

    @Test
    void settings_to_vary_have_a_value_and_belong_to_a_sweep() {
        assertThat(fusion("bench", "latency", "--sweep", "--vary", "FUSION_COMMIT_INTERVAL_MS"))
                .isEqualTo(2);
        assertThat(fusion("bench", "latency", "--vary", "FUSION_COMMIT_INTERVAL_MS=5"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--vary takes NAME=VALUE");
    }
}
