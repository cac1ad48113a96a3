package com.fusioncommerce.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.auth.DevKeys;
import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Ports;
import com.fusioncommerce.platform.config.RunningPlatform;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FusionTest {
    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int fusion(String... arguments) {
        CommandLine fusion = Fusion.commandLine();
        fusion.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return fusion.execute(arguments);
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
    void help_lists_the_commands_and_the_exit_codes() {
        assertThat(fusion("--help")).isZero();
        assertThat(out.toString()).contains("up", "status", "down", "token", "logs", "Exit codes:", "First steps:");
    }

    @Test
    void wrong_usage_ends_with_2_and_says_where_to_look() {
        assertThat(fusion("up", "--fresch")).isEqualTo(2);
        assertThat(err.toString()).contains("--fresch", "fusion up --help");
    }

    @Test
    void an_unknown_port_part_or_scope_is_wrong_usage() {
        assertThat(fusion("up", "--home", home.toString(), "--port", "zoo=1")).isEqualTo(2);
        assertThat(fusion("up", "--home", home.toString(), "--only", "kafak")).isEqualTo(2);
        assertThat(fusion("up", "--home", home.toString(), "--port", "api=19092"))
                .isEqualTo(2);
        for (String wrong : List.of("a b", "http://127.0.0.1", "127.0.0.1:80", "")) {
            assertThat(fusion("up", "--home", home.toString(), "--host", wrong))
                    .as(wrong)
                    .isEqualTo(2);
        }
        assertThat(fusion("token", "--home", home.toString(), "--tenant", "acme", "--scopes", "all"))
                .isEqualTo(2);
        assertThat(fusion("token", "--home", home.toString(), "--tenant", "acme", "--scopes", ","))
                .as("a list without a scope is not all of them")
                .isEqualTo(2);
        assertThat(err.toString()).contains("no port is named 'zoo'", "no part is named kafak", "orders:read");
    }

    @Test
    void a_platform_that_is_down_is_a_failure_of_status_but_not_of_down() throws IOException {
        Files.createDirectories(new Home(home).run());

        assertThat(fusion("status", "--home", home.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("nothing runs in " + home);
        assertThat(fusion("down", "--home", home.toString())).isZero();
        assertThat(fusion("logs", "--home", home.toString(), "api")).isEqualTo(1);
    }

    @Test
    void a_token_is_staffs_or_says_for_whom_else_it_is() throws IOException {
        DevKeys.at(new Home(home).keys());
        assertThat(claims()).contains("\"sub\":\"developer\"", "\"roles\":[\"staff\"]");
        assertThat(claims("--role", "service", "--subject", "erp")).contains("\"sub\":\"erp\"", "[\"service\"]");
        assertThat(claims("--customer", "17850"))
                .contains("\"sub\":\"17850\"", "\"roles\":[\"customer\"]", "\"customer\":\"17850\"");
        assertThat(claims("--customer", "17850", "--subject", "ada"))
                .contains("\"sub\":\"ada\"", "\"customer\":\"17850\"");
    }

    @Test
    void a_role_or_a_customer_that_cannot_be_is_wrong_usage() throws IOException {
        DevKeys.at(new Home(home).keys());
        for (String[] wrong : List.of(
                new String[] {"--role", "boss"},
                new String[] {"--customer", "17850", "--role", "staff"},
                new String[] {"--customer", "guest"},
                new String[] {"--customer", "a|b"})) {
            assertThat(token(wrong)).as("%s", List.of(wrong)).isEqualTo(2);
        }
        assertThat(err.toString())
                .contains(
                        "no role is named 'boss'", "leave --role staff out", "'guest' is no customer's id", "'a|b' is");
    }

    private int token(String... options) {
        List<String> all = new ArrayList<>(List.of("token", "--home", home.toString(), "--tenant", "acme"));
        all.addAll(List.of(options));
        return fusion(all.toArray(String[]::new));
    }

    private String claims(String... options) {
        out.getBuffer().setLength(0);
        assertThat(token(options)).isZero();
        return new String(Base64.getUrlDecoder().decode(out.toString().trim().split("\\.", -1)[1]), UTF_8);
    }

    @Test
    void the_file_of_a_platform_that_died_is_not_taken_for_one_that_runs() throws IOException {
        PlatformConfig died = PlatformConfig.local(home, new Home(home), Ports.standard());
        RunningPlatform.of(died, List.of("kafka", "api"), true).writeTo(new Home(home));
        DevKeys.at(new Home(home).keys());

        assertThat(fusion("dashboard", "--home", home.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("nothing runs in " + home);
    }

    @Test
    void tokens_are_signed_with_the_homes_own_key_and_none_is_made_for_them() throws IOException {
        assertThat(fusion("token", "--home", home.toString(), "--tenant", "acme"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("nothing has been started in " + home);
        assertThat(home).isEmptyDirectory();

        DevKeys.at(new Home(home).keys());
        assertThat(fusion("token", "--home", home.toString(), "--tenant", "acme", "--ttl", "15m"))
                .isZero();
    }

    @Test
    void a_token_that_the_api_would_refuse_is_wrong_usage() throws IOException {
        DevKeys.at(new Home(home).keys());

        assertThat(fusion("token", "--home", home.toString(), "--tenant", "Acme Inc"))
                .isEqualTo(2);
        assertThat(fusion("token", "--home", home.toString(), "--tenant", "acme", "--subject", " "))
                .isEqualTo(2);
        assertThat(fusion("token", "--home", home.toString(), "--tenant", "acme", "--subject", "a".repeat(256)))
                .isEqualTo(2);

        assertThat(err.toString()).contains("cannot name a tenant: lower-case letters", "it names no subject (sub)");
    }
}
