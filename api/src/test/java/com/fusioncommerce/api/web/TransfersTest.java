package com.fusioncommerce.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TransfersTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AtomicLong now = new AtomicLong();
    private final ClientBounds bounds =
            new ClientBounds(10, Set.of("10.0.0.9"), 1_000, 400, Duration.ofSeconds(10), 100);
    private final Transfers transfers = new Transfers(bounds, now::get);
    private final List<String> cutOff = new ArrayList<>();

    @Test
    void where_all_hold_too_much_the_oldest_gives_way() {
        hold("first", "a", 300);
        hold("second", "b", 300);
        hold("third", "c", 300);
        hold("fourth", "d", 300);

        assertThat(cutOff).containsExactly("first");
        assertThat(transfers.bytes()).isEqualTo(900);
    }

    @Test
    void where_one_client_holds_more_than_its_share_its_own_oldest_gives_way() {
        hold("others", "b", 300);
        hold("first", "a", 300);
        hold("second", "a", 300);

        assertThat(cutOff).containsExactly("first");
        assertThat(transfers.bytes()).isEqualTo(600);
    }

    @Test
    void a_proxy_has_no_share_but_the_bound_of_all() {
        hold("first", null, 500);
        hold("second", null, 500);
        assertThat(cutOff).isEmpty();

        hold("third", null, 1);
        assertThat(cutOff).containsExactly("first");
    }

    @Test
    void one_that_grows_beyond_everything_gives_way_itself() {
        Slow slow = hold("first", null, 500);
        transfers.hold(slow, 1_001);

        assertThat(cutOff).containsExactly("first");
        assertThat(transfers.bytes()).isZero();
    }

    @Test
    void one_that_moves_less_than_the_least_rate_beyond_its_grace_is_given_up() {
        Slow stands = hold("stands", null, 1);
        Slow moves = hold("moves", null, 1);
        moves.moved = 200;

        now.set(10 * SECOND);
        transfers.look();
        assertThat(cutOff).isEmpty();
        now.set(10 * SECOND + 1);
        transfers.look();
        assertThat(cutOff).containsExactly("stands");
        now.set(12 * SECOND + 1);
        transfers.look();
        assertThat(cutOff).containsExactly("stands", "moves");
        assertThat(stands.held()).isZero();
        assertThat(transfers.underWay()).isZero();
    }

    @Test
    void what_has_ended_holds_nothing() {
        Slow slow = hold("first", "a", 300);
        transfers.end(slow);
        transfers.end(slow);

        assertThat(transfers.bytes()).isZero();
        hold("second", "a", 400);
        assertThat(cutOff).isEmpty();
    }

    private Slow hold(String name, String client, long bytes) {
        Slow slow = new Slow(name, client);
        transfers.hold(slow, bytes);
        return slow;
    }

    private final class Slow extends Transfer {
        private final String name;
        private final String client;
        private long moved;

        Slow(String name, String client) {
            super(null, 0);
            this.name = name;
            this.client = client;
        }

        @Override
        String client(ClientBounds any) {
            return client;
        }

        @Override
        long allowedNs() {
            return bounds.nanosFor(moved);
        }

        @Override
        void cutOff(String why) {
            cutOff.add(name);
        }
    }
}
