package com.fusioncommerce.api.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.api.auth.InstanceSecret;
import com.fusioncommerce.api.auth.KeyedHash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
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
            String issued = tokens.issue("acme", null, token);

            assertThat(CommandToken.parse(issued)).isEqualTo(token);
            assertThat(tokens.isOpen("acme", null, issued)).isTrue();
            assertThat(tokens.isOpen("other", null, issued)).isFalse();
        }
    }

    @Test
    void a_token_is_closed_once_nothing_is_known_of_its_command_any_more() {
        String issued = at(NOW).issue("acme", null, command);

        assertThat(at(NOW.plus(CommandTokens.ASKED_FOR).minusSeconds(1)).isOpen("acme", null, issued))
                .isTrue();
        assertThat(at(NOW.plus(CommandTokens.ASKED_FOR)).isOpen("acme", null, issued))
                .isFalse();
        assertThat(at(NOW.minus(Duration.ofDays(1))).isOpen("acme", null, issued))
                .isFalse();
    }

    @Test
    void a_token_is_open_to_a_shopper_only_if_it_was_issued_to_one_of_the_same_customer() {
        CommandTokens tokens = at(NOW);
        String annas = tokens.issue("acme", "anna", command);

        assertThat(tokens.isOpen("acme", "anna", annas)).isTrue();
        assertThat(tokens.isOpen("acme", null, annas)).isTrue();
        assertThat(tokens.isOpen("acme", "berta", annas)).isFalse();
        assertThat(tokens.isOpen("other", "anna", annas)).isFalse();
        assertThat(tokens.isOpen("acme", "anna", tokens.issue("acme", null, command)))
                .isFalse();
        assertThat(text(annas)).doesNotContain("anna");
    }

    /** Instances of the previous version issue tokens without a sender during a rolling update. */
    @Test
    void a_token_without_a_sender_is_open_to_its_tenant() {
        KeyedHash hash = InstanceSecret.kept(directory.resolve("secret")).hash("command tokens");
        String signed = command.text() + "\n" + Long.toString(NOW.toEpochMilli(), 36);
        String proof =
                Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash.of("acme\n" + signed), 16));
        String token = Base64.getUrlEncoder().encodeToString((signed + "\n" + proof).getBytes(UTF_8));
        String plain = token.replace("=", "");

        assertThat(at(NOW).isOpen("acme", "anna", plain)).isTrue();
        assertThat(at(NOW).isOpen("other", "anna", plain)).isFalse();
        assertThat(CommandToken.parse(plain)).isEqualTo(command);
    }

    @Test
    void nobody_else_makes_one() {
        CommandTokens tokens = at(NOW);
        String[] parts = text(tokens.issue("acme", null, command)).split("\n", -1);
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
            assertThat(tokens.isOpen("acme", null, token)).as(text).isFalse();
        }
        CommandTokens strangers =
                new CommandTokens(InstanceSecret.kept(directory.resolve("other")), Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(tokens.isOpen("acme", null, strangers.issue("acme", null, command)))
                .isFalse();
        for (String none : List.of("", "???", "b3JkZXJz")) {
            assertThat(tokens.isOpen("acme", null, none)).isFalse();
            assertThatThrownBy(() -> CommandToken.parse(none)).hasMessageContaining("unknown_command");
        }
        assertThatThrownBy(() -> CommandToken.parse(
                        tokens.issue("acme", null, new CommandToken("orders", "a/b", command.commandId()))))
                .hasMessageContaining("unknown_command");
    }

    @Test
    void a_token_of_before_a_restart_is_known_after_it() throws Exception {
        Path file = directory.resolve("state").resolve("instance.secret");
        String issued = new CommandTokens(InstanceSecret.kept(file), Clock.systemUTC()).issue("acme", null, command);

        assertThat(new CommandTokens(InstanceSecret.kept(file), Clock.systemUTC()).isOpen("acme", null, issued))
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
