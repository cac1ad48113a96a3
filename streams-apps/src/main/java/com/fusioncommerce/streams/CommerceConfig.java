package com.fusioncommerce.streams;

import com.fusioncommerce.streams.orders.OrderRules;
import com.fusioncommerce.streams.query.HostAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Configuration of the commerce application.
 *
 * @param bootstrapServers Kafka's bootstrap servers
 * @param applicationId consumer group, and prefix of internal topics
 * @param stateDir folder of its state stores
 * @param advertised address at which other instances reach this one
 * @param threads stream threads, at least 1
 * @param commitInterval longest time between commits, for which answers wait
 * @param standbys standby copies of each state on other instances
 * @param memory bytes that RocksDB's caches and write buffers may take in all
 * @param inMemory whether state stores are in memory, with a changelog
 * @param domains domains to run
 * @param rules rules about orders
 * @param failover timeouts and limits
 * @param settings Kafka Streams settings that replace ours, for measurements
 */
public record CommerceConfig(
        String bootstrapServers,
        String applicationId,
        Path stateDir,
        HostAddress advertised,
        int threads,
        Duration commitInterval,
        int standbys,
        long memory,
        boolean inMemory,
        Set<String> domains,
        OrderRules rules,
        Failover failover,
        Map<String, String> settings) {

    /** Default application id, and so the default consumer group. */
    public static final String DEFAULT_APPLICATION = "commerce";

    /** Every environment variable with its meaning and default. */
    public static final Map<String, String> KEYS = keys();

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("FUSION_KAFKA", "Kafka's bootstrap servers (127.0.0.1:19092)");
        keys.put("FUSION_APPLICATION_ID", "consumer group and prefix of internal topics (commerce)");
        keys.put("FUSION_STATE_DIR", "where state stores lie (.fusion/data/streams)");
        keys.put("FUSION_API_ADVERTISED", "host:port at which other instances reach this one (127.0.0.1:18080)");
        keys.put("FUSION_STREAMS_THREADS", "stream threads (1)");
        keys.put("FUSION_COMMIT_INTERVAL_MS", "milliseconds between commits at most (150)");
        keys.put("FUSION_STANDBYS", "copies of each state on other instances (0)");
        keys.put("FUSION_STANDBY_LAG", "records that such a copy may be behind and still answer (10000)");
        keys.put("FUSION_SESSION_TIMEOUT_MS", "milliseconds after which a silent instance is gone (10000)");
        keys.put(
                "FUSION_TRANSACTION_TIMEOUT_MS",
                "milliseconds after which what could not be committed is aborted (30000)");
        keys.put("FUSION_GROUP_PROTOCOL", "classic or streams: who assigns tasks (classic)");
        keys.put(
                "FUSION_STREAMS_SETTINGS",
                "Kafka Streams settings in place of ours, as poll.ms=5,producer.linger.ms=0 (none)");
        keys.put("FUSION_STORE_MEMORY_MB", "MiB for RocksDB's caches and write buffers in all (128)");
        keys.put("FUSION_STORES", "rocksdb or memory (rocksdb)");
        keys.put("FUSION_DOMAINS", "domains to run, separated by commas (all)");
        keys.put("FUSION_FRAUD_GATE", "on or off: whether orders wait for the fraud model (on)");
        keys.put("FUSION_FRAUD_THRESHOLD", "score from 0 to 1 from which an order is rejected (0.9)");
        keys.put("FUSION_FRAUD_DEADLINE_MS", "milliseconds that the model may take (2000)");
        keys.put("FUSION_FRAUD_ON_DEADLINE", "accept or reject: the rule when the model was too slow (accept)");
        keys.put("FUSION_RESERVATION_DEADLINE_MS", "milliseconds that pools may take to answer (900000)");
        return keys;
    }

    /** Copies the collections. */
    public CommerceConfig {
        domains = Set.copyOf(domains);
        settings = Map.copyOf(settings);
    }

    /**
     * Reads the configuration from environment variables.
     *
     * @throws IllegalArgumentException that names all wrong values at once
     */
    public static CommerceConfig fromEnvironment(Map<String, String> environment) {
        Reader reader = new Reader(environment, new ArrayList<>());
        OrderRules rules = reader.rules();
        CommerceConfig config = new CommerceConfig(
                reader.text("FUSION_KAFKA", "127.0.0.1:19092"),
                reader.text("FUSION_APPLICATION_ID", DEFAULT_APPLICATION),
                Path.of(reader.text("FUSION_STATE_DIR", ".fusion/data/streams")),
                reader.value("FUSION_API_ADVERTISED", "127.0.0.1:18080", HostAddress::parse),
                (int) reader.number("FUSION_STREAMS_THREADS", 1, 1, 64),
                Duration.ofMillis(reader.number("FUSION_COMMIT_INTERVAL_MS", 150, 1, 60_000)),
                (int) reader.number("FUSION_STANDBYS", 0, 0, 8),
                reader.number("FUSION_STORE_MEMORY_MB", 128, 16, 65_536) << 20,
                reader.either("FUSION_STORES", "rocksdb", "memory", "rocksdb"),
                reader.domains(),
                rules,
                reader.failover(),
                reader.settings());
        if (!reader.errors.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", reader.errors));
        }
        return config;
    }

    private record Reader(Map<String, String> environment, List<String> errors) {
        String text(String key, String absent) {
            String value = environment.get(key);
            return value == null || value.isBlank() ? absent : value.trim();
        }

        <T> T value(String key, String absent, Function<String, T> parse) {
            try {
                return parse.apply(text(key, absent));
            } catch (RuntimeException e) {
                errors.add(key + ": " + e.getMessage() + " (" + KEYS.get(key) + ")");
                return parse.apply(absent);
            }
        }

        long number(String key, long absent, long least, long most) {
            return value(key, Long.toString(absent), text -> {
                long number = Long.parseLong(text);
                if (number < least || number > most) {
                    throw new IllegalArgumentException(number + " is not between " + least + " and " + most);
                }
                return number;
            });
        }

        /** Whether the value is {@code yes}, where it must be that or {@code no}. */
        boolean either(String key, String absent, String yes, String no) {
            return value(key, absent, text -> {
                if (!text.equals(yes) && !text.equals(no)) {
                    throw new IllegalArgumentException(text + " is neither " + yes + " nor " + no);
                }
                return text.equals(yes);
            });
        }

        Set<String> domains() {
            return value("FUSION_DOMAINS", String.join(",", CommerceGroups.domains()), text -> {
                Set<String> named = new TreeSet<>(List.of(text.split("\\s*,\\s*", -1)));
                if (!CommerceGroups.domains().containsAll(named)) {
                    throw new IllegalArgumentException("the domains are " + new TreeSet<>(CommerceGroups.domains()));
                }
                return named;
            });
        }

        Map<String, String> settings() {
            return value("FUSION_STREAMS_SETTINGS", "", text -> {
                Map<String, String> settings = new LinkedHashMap<>();
                for (String setting : text.isEmpty() ? new String[0] : text.split(",", -1)) {
                    int end = setting.indexOf('=');
                    if (end < 1) {
                        throw new IllegalArgumentException("'" + setting + "' is not name=value");
                    }
                    settings.put(
                            setting.substring(0, end).trim(),
                            setting.substring(end + 1).trim());
                }
                return settings;
            });
        }

        Failover failover() {
            Failover defaults = Failover.defaults();
            return new Failover(
                    Duration.ofMillis(number(
                            "FUSION_SESSION_TIMEOUT_MS", defaults.session().toMillis(), 500, 300_000)),
                    Duration.ofMillis(number(
                            "FUSION_TRANSACTION_TIMEOUT_MS",
                            defaults.transaction().toMillis(),
                            500,
                            300_000)),
                    number("FUSION_STANDBY_LAG", defaults.standbyLag(), 0, Long.MAX_VALUE),
                    either("FUSION_GROUP_PROTOCOL", "classic", "streams", "classic"));
        }

        OrderRules rules() {
            OrderRules defaults = OrderRules.defaults();
            double threshold = value("FUSION_FRAUD_THRESHOLD", Double.toString(defaults.fraudThreshold()), text -> {
                double number = Double.parseDouble(text);
                if (!(number >= 0 && number <= 1)) {
                    throw new IllegalArgumentException(number + " is not between 0 and 1");
                }
                return number;
            });
            return new OrderRules(
                    either("FUSION_FRAUD_GATE", "on", "on", "off"),
                    threshold,
                    Duration.ofMillis(number(
                            "FUSION_FRAUD_DEADLINE_MS", defaults.fraudDeadline().toMillis(), 1, 3_600_000)),
                    either("FUSION_FRAUD_ON_DEADLINE", "accept", "accept", "reject"),
                    Duration.ofMillis(number(
                            "FUSION_RESERVATION_DEADLINE_MS",
                            defaults.reservationDeadline().toMillis(),
                            1,
                            7L * 24 * 3_600_000)));
        }
    }
}
