package com.fusioncommerce.schemas;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * Common configuration of the platform's Kafka clients. Timeouts are shorter than Kafka's defaults of 10 and 30 s, so
 * that a client soon turns to another broker when one hangs or its network is cut.
 */
public final class KafkaClients {
    /** Request timeout of a broker's response. */
    public static final Duration ANSWER = Duration.ofSeconds(5);

    private static final int CONNECTION_MS = 1_000;
    private static final int SLOWEST_CONNECTION_MS = 2_000;

    private KafkaClients() {}

    /** The timeouts of every client, under Kafka's names. */
    public static Map<String, Object> patience() {
        Map<String, Object> config = new HashMap<>();
        config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        config.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, (long) CONNECTION_MS);
        config.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, (long) SLOWEST_CONNECTION_MS);
        return config;
    }

    /** Configuration of a client, which can be extended. */
    public static Map<String, Object> client(String bootstrapServers, String clientId) {
        Map<String, Object> config = patience();
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        return config;
    }

    /** Configuration of a consumer that reads committed records and commits no offsets. */
    public static Map<String, Object> reader(String bootstrapServers, String clientId) {
        Map<String, Object> config = client(bootstrapServers, clientId);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return config;
    }
}
