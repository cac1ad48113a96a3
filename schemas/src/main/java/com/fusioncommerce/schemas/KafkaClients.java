package com.fusioncommerce.schemas;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * What the platform's clients of Kafka have in common. A broker that says nothing, because it stands still or its
 * network is cut, is one of several: another is asked soon, where Kafka's defaults wait for 10 and 30 s.
 */
public final class KafkaClients {
    /** How long an answer of a broker may take. */
    public static final Duration ANSWER = Duration.ofSeconds(5);

    private static final int CONNECTION_MS = 1_000;
    private static final int SLOWEST_CONNECTION_MS = 2_000;

    private KafkaClients() {}

    /** How long any client waits for a broker, by Kafka's names. */
    public static Map<String, Object> patience() {
        Map<String, Object> config = new HashMap<>();
        config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        config.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, (long) CONNECTION_MS);
        config.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, (long) SLOWEST_CONNECTION_MS);
        return config;
    }

    /** A client of these brokers; more can be added. */
    public static Map<String, Object> client(String bootstrapServers, String clientId) {
        Map<String, Object> config = patience();
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        return config;
    }

    /** A consumer that reads what is committed, and keeps its own position. */
    public static Map<String, Object> reader(String bootstrapServers, String clientId) {
        Map<String, Object> config = client(bootstrapServers, clientId);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return config;
    }
}
