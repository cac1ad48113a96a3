package com.fusioncommerce.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.streams.orders.OrderRules;
import com.fusioncommerce.streams.query.HostAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommerceConfigTest {
    @Test
    void everything_has_a_default() {
        assertThat(CommerceConfig.fromEnvironment(Map.of()))
                .isEqualTo(new CommerceConfig(
                        "127.0.0.1:19092",
                        "commerce",
                        Path.of(".fusion/data/streams"),
                        new HostAddress("127.0.0.1", 18080),
                        1,
                        Duration.ofMillis(150),
                        0,
                        128L << 20,
                        false,
                        Set.of("catalog", "inventory", "orders"),
                        OrderRules.defaults(),
                        Failover.defaults(),
                        Map.of()));
    }

    @Test
    void every_key_reaches_its_value() {
        Map<String, String> environment = Map.ofEntries(
                Map.entry("FUSION_KAFKA", "k:1"),
                Map.entry("FUSION_APPLICATION_ID", "shop"),
                Map.entry("FUSION_STATE_DIR", "/state"),
                Map.entry("FUSION_API_ADVERTISED", "node-1:8080"),
                Map.entry("FUSION_STREAMS_THREADS", "2"),
                Map.entry("FUSION_COMMIT_INTERVAL_MS", "5"),
                Map.entry("FUSION_STANDBYS", "1"),
                Map.entry("FUSION_STANDBY_LAG", "7"),
                Map.entry("FUSION_SESSION_TIMEOUT_MS", "3000"),
                Map.entry("FUSION_TRANSACTION_TIMEOUT_MS", "4000"),
                Map.entry("FUSION_GROUP_PROTOCOL", "streams"),
                Map.entry("FUSION_STREAMS_SETTINGS", "poll.ms=5, producer.linger.ms=0"),
                Map.entry("FUSION_STORE_MEMORY_MB", "64"),
                Map.entry("FUSION_STORES", "memory"),
                Map.entry("FUSION_DOMAINS", "orders, inventory"),
                Map.entry("FUSION_FRAUD_GATE", "off"),
                Map.entry("FUSION_FRAUD_THRESHOLD", "0.5"),
                Map.entry("FUSION_FRAUD_DEADLINE_MS", "100"),
                Map.entry("FUSION_FRAUD_ON_DEADLINE", "reject"),
                Map.entry("FUSION_RESERVATION_DEADLINE_MS", "1000"));

        assertThat(environment.keySet()).isEqualTo(CommerceConfig.KEYS.keySet());
        assertThat(CommerceConfig.fromEnvironment(environment))
                .isEqualTo(new CommerceConfig(
                        "k:1",
                        "shop",
                        Path.of("/state"),
                        new HostAddress("node-1", 8080),
                        2,
                        Duration.ofMillis(5),
                        1,
                        64L << 20,
                        true,
                        Set.of("inventory", "orders"),
                        new OrderRules(false, 0.5, Duration.ofMillis(100), false, Duration.ofSeconds(1)),
                        new Failover(Duration.ofSeconds(3), Duration.ofSeconds(4), 7, true),
                        Map.of("poll.ms", "5", "producer.linger.ms", "0")));
    }

    @Test
    void a_group_waits_for_a_dead_member_no_longer_than_a_service_may_stand_still() {
        for (String protocol : List.of("classic", "streams")) {
            Properties properties = CommerceApplication.properties(CommerceConfig.fromEnvironment(
                    Map.of("FUSION_GROUP_PROTOCOL", protocol, "FUSION_STATE_DIR", "/state")));

            assertThat(properties.get("main.consumer.max.poll.interval.ms")).isEqualTo(30_000);
        }
    }

    @Test
    void all_mistakes_are_named_at_once() {
        assertThatThrownBy(() -> CommerceConfig.fromEnvironment(Map.of(
                        "FUSION_STREAMS_THREADS", "0",
                        "FUSION_STORES", "disk",
                        "FUSION_DOMAINS", "orders,shipping",
                        "FUSION_API_ADVERTISED", "here",
                        "FUSION_FRAUD_THRESHOLD", "NaN")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "FUSION_STREAMS_THREADS: 0 is not between 1 and 64",
                        "FUSION_STORES: disk is neither memory nor rocksdb",
                        "FUSION_DOMAINS: the domains are [catalog, inventory, orders]",
                        "FUSION_API_ADVERTISED: not host:port: here",
                        "FUSION_FRAUD_THRESHOLD: NaN is not between 0 and 1");
    }

    @Test
    void rules_out_of_range_are_refused() {
        assertThatThrownBy(() -> new OrderRules(true, 1.1, Duration.ZERO, true, Duration.ZERO))
                .hasMessageContaining("threshold");
        assertThatThrownBy(() -> new OrderRules(true, 0.5, Duration.ofSeconds(-1), true, Duration.ZERO))
                .hasMessageContaining("deadline");
    }

    @Test
    void a_process_can_run_a_part_of_the_domains() {
        assertThat(CommerceGroups.of(OrderRules.defaults(), Set.of("orders")))
                .singleElement()
                .satisfies(
                        group -> assertThat(group.domains()).extracting("name").containsExactly("orders"));
    }
}
