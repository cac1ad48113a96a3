package com.fusioncommerce.api.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.api.auth.InstanceSecret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final CommandToken command =
            new CommandToken("orders", "main~1", UUID.randomUUID().toString());
    private final CommandToken claim = new CommandToken("orders", "0123abc", "");

    @TempDir
    private Path directory;

    @Test
    void a_token_names_its_command_and_is_open_to_the_tenant_that_it_was_issued_to() {
        CommandTokens tokens = at(NOW);
        for (CommandToken token : List.of(command, claim)) {
            String issued = tokens.issue("acme", token);

            assertThat(CommandToken.parse(issued)).isEqualTo(token);
            assertThat(tokens.isOpen("acme", issued)).isTrue();
            assertThat(tokens.isOpen("other", issued)).isFalse();
        }
    }

    @Test
    void a_token_is_closed_once_nothing_is_known_of_its_command_any_more() {
        String issued = at(NOW).issue("acme", command);

        assertThat(at(NOW.plus(CommandTokens.ASKED_FOR).minusSeconds(1)).isOpen("acme", issued))
                .isTrue();
        assertThat(at(NOW.plus(CommandTokens.ASKED_FOR)).isOpen("acme", issued)).isFalse();
        assertThat(at(NOW.minus(Duration.ofDays(1))).isOpen("acme", issued)).isFalse();
    }

    @Test
    void nobody_else_makes_one() {
        CommandTokens tokens = at(NOW);
        String[] parts = text(tokens.issue("acme", command)).split("\n", -1);
        String other = UUID.randomUUID().toString();
        List<String> invented = List.of(
                String.join("\n", parts[0], parts[1], parts[2]),
                String.join("\n", parts[0], parts[1], other, parts[3], parts[4]),
                String.join("\n", "catalog", parts[1], parts[2], parts[3], parts[4]),
                String.join("\n", parts[0], parts[1], parts[2], "zzzzzzzz", parts[4]),
                String.join("\n", parts[0], parts[1], parts[2], parts[3], ""),
                String.join("\n", parts[0], parts[1], parts[2], parts[3], parts[4] + "A"));
        for (String text : invented) {
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
            assertThat(tokens.isOpen("acme", token)).as(text).isFalse();
        }
        CommandTokens strangers = new CommandTokens(InstanceSecret.alone(), Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(tokens.isOpen("acme", strangers.issue("acme", command))).isFalse();
        for (String none : List.of("", "???", "b3JkZXJz")) {
            assertThat(tokens.isOpen("acme", none)).isFalse();
            assertThatThrownBy(() -> CommandToken.parse(none)).hasMessageContaining("unknown_command");
        }
        assertThatThrownBy(() -> CommandToken.parse(
                        tokens.issue("acme", new CommandToken("orders", "a/b", command.commandId()))))
                .hasMessageContaining("unknown_command");
    }

    @Test
    void a_token_of_before_a_restart_is_known_after_it() throws Exception {
        Path file = directory.resolve("state").resolve("instance.secret");
        String issued = new CommandTokens(InstanceSecret.kept(file), Clock.systemUTC()).issue("acme", command);

        assertThat(new CommandTokens(InstanceSecret.kept(file), Clock.systemUTC()).isOpen("acme", issued))
                .isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private CommandTokens at(Instant now) {
        return new CommandTokens(InstanceSecret.kept(directory.resolve("secret")), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String text(String token) {
        return new String(Base64.getUrlDecoder().decode(token), UTF_8);
    }
}
