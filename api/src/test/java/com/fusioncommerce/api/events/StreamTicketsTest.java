package com.fusioncommerce.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.api.auth.InstanceSecret;
import com.fusioncommerce.api.problem.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTicketsTest {
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final String TOKEN = "header.payload.signature";

    private final Path directory;
    private final InstanceSecret secret;
    private final StreamTickets tickets;

    StreamTicketsTest(@TempDir Path directory) {
        this.directory = directory;
        this.secret = InstanceSecret.kept(directory.resolve("secret"));
        this.tickets = at(NOW);
    }

    @Test
    void every_instance_with_the_secret_finds_the_token_in_a_ticket() {
        StreamTickets.Ticket ticket = tickets.issue(TOKEN, Long.MAX_VALUE);

        assertThat(at(NOW.plusSeconds(29)).tokenOf(ticket.ticket())).isEqualTo(TOKEN);
        assertThat(ticket.expiresAt()).isEqualTo("2026-01-15T12:00:30Z");
        assertThat(new String(
                        Base64.getUrlDecoder().decode(ticket.ticket()), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("payload");
    }

    @Test
    void a_ticket_is_over_after_half_a_minute_and_never_after_its_token() {
        StreamTickets.Ticket ticket = tickets.issue(TOKEN, Long.MAX_VALUE);
        StreamTickets.Ticket shorter =
                tickets.issue(TOKEN, NOW.plus(Duration.ofSeconds(5)).toEpochMilli());

        assertThatThrownBy(() -> at(NOW.plusSeconds(31)).tokenOf(ticket.ticket()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("over");
        assertThat(shorter.expiresAt()).isEqualTo("2026-01-15T12:00:05Z");
    }

    @Test
    void a_ticket_that_was_changed_or_made_elsewhere_is_refused() {
        String ticket = tickets.issue(TOKEN, Long.MAX_VALUE).ticket();
        char other = ticket.charAt(20) == 'A' ? 'B' : 'A';
        String changed = ticket.substring(0, 20) + other + ticket.substring(21);

        assertThatThrownBy(() -> tickets.tokenOf(changed)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new StreamTickets(InstanceSecret.kept(directory.resolve("other")), Clock.systemUTC())
                        .tokenOf(ticket))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "AAAAAAAAAAAAAAAA", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_is_no_ticket_is_refused(String text) {
        assertThatThrownBy(() -> tickets.tokenOf(text)).isInstanceOf(ProblemException.class);
    }

    private StreamTickets at(Instant time) {
        return new StreamTickets(secret, Clock.fixed(time, ZoneOffset.UTC));
    }
}
