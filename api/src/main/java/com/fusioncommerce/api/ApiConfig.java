package com.fusioncommerce.api;

import com.fusioncommerce.api.web.ClientBounds;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.streams.CommerceConfig;
import com.fusioncommerce.streams.query.HostAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Configuration of the API. {@link CommerceConfig} is that of its Kafka Streams application.
 *
 * @param host address to listen at
 * @param port port to listen at
 * @param instance number of this instance, and of its partition of the outcomes topic
 * @param jwks file path or HTTP URL of the public keys that verify tokens
 * @param issuer required issuer of tokens
 * @param audience required audience of tokens
 * @param peerSecret path of the file with the secret that all instances share; empty for a single instance
 * @param druid base URL of Druid's router
 * @param flink base URL of Flink's REST API
 * @param origins origins whose pages may call the API from a browser
 * @param publicOrigins this server's own origins behind a proxy
 * @param maxBody maximum bytes of a request's body
 * @param threads maximum threads that serve requests
 * @param connections maximum open connections
 * @param clients bounds of slow clients and single addresses
 * @param healthPort separate port for health and metrics, 0 for none
 * @param timeout how long a request waits for its command's outcome
 * @param mostCommands maximum pending commands
 * @param mostCommandsOfTenant maximum pending commands per tenant
 * @param mostStreams maximum open event streams
 * @param mostStreamsOfTenant maximum open event streams per tenant
 * @param streamBytes maximum bytes buffered by all event streams
 * @param drain how long a stopping instance serves on after it reports unready
 */
public record ApiConfig(
        String host,
        int port,
        int instance,
        String jwks,
        String issuer,
        String audience,
        String peerSecret,
        URI druid,
        URI flink,
        Set<String> origins,
        Set<String> publicOrigins,
        int maxBody,
        int threads,
        int connections,
        ClientBounds clients,
        int healthPort,
        Duration timeout,
        int mostCommands,
        int mostCommandsOfTenant,
        int mostStreams,
        int mostStreamsOfTenant,
        long streamBytes,
        Duration drain) {

    /** Copies the origins. */
    public ApiConfig {
        origins = Set.copyOf(origins);
        publicOrigins = Set.copyOf(publicOrigins);
    }

    /** Every key with its meaning and default. */
    public static final Map<String, String> KEYS = keys();

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("FUSION_API_HOST", "address to listen at (127.0.0.1)");
        keys.put("FUSION_API_PORT", "port to listen at (18080)");
        keys.put("FUSION_API_INSTANCE", "number of this instance, different for each: 0 to 15 (0)");
        keys.put("FUSION_JWKS", "path or URL of the JWKS with the public keys of tokens (.fusion/keys/jwks.json)");
        keys.put("FUSION_JWT_ISSUER", "issuer that tokens must have (fusioncommerce)");
        keys.put("FUSION_JWT_AUDIENCE", "audience that tokens must have (fusioncommerce)");
        keys.put(
                "FUSION_PEER_SECRET_FILE",
                "file with a secret of 32 bytes or more, the same for all instances; one that is alone needs none (none)");
        keys.put("FUSION_DRUID_URL", "base URL of Druid's router (http://127.0.0.1:18888)");
        keys.put("FUSION_FLINK_URL", "base URL of Flink's REST API (http://127.0.0.1:18081)");
        keys.put(
                "FUSION_API_CORS_ORIGINS",
                "origins whose pages may call the API from a browser, as https://shop.example,http://localhost:3000 (none)");
        keys.put(
                "FUSION_API_PUBLIC_ORIGIN",
                "origins under which browsers reach the dashboards through a proxy that sends another Host,"
                        + " as https://ops.example (none)");
        keys.put("FUSION_API_MAX_BODY", "bytes that a request's body may have (1048576)");
        keys.put("FUSION_API_THREADS", "threads that serve requests at most (64)");
        keys.put("FUSION_API_CONNECTIONS", "connections open at most (20000)");
        keys.put("FUSION_API_CONNECTIONS_OF_ADDRESS", "connections open at most from one address (1000)");
        keys.put(
                "FUSION_API_PROXIES",
                "addresses that have no share of their own, as proxies in front, or none (127.0.0.1,::1)");
        keys.put("FUSION_API_TRANSFER_MB", "MiB of bodies and answers on their way from and to slow clients (48)");
        keys.put("FUSION_API_TRANSFER_MB_OF_ADDRESS", "MiB of them from and to one address (16)");
        keys.put("FUSION_API_TRANSFER_GRACE_MS", "milliseconds that a body or an answer may take anyway (10000)");
        keys.put("FUSION_API_LEAST_RATE", "bytes a second that it must move beyond that (16384)");
        keys.put("FUSION_API_HEALTH_PORT", "port of its own for health and metrics, 0 for none (0)");
        keys.put("FUSION_API_TIMEOUT_MS", "milliseconds that a request waits for its command's outcome (5000)");
        keys.put("FUSION_API_COMMANDS", "commands under way at most (4000)");
        keys.put("FUSION_API_COMMANDS_OF_TENANT", "commands under way at most for one tenant (2000)");
        keys.put("FUSION_API_STREAMS", "event streams open at most (5000)");
        keys.put("FUSION_API_STREAMS_OF_TENANT", "event streams open at most for one tenant (1000)");
        keys.put("FUSION_API_STREAM_MB", "MiB that wait in event streams in all (48)");
        keys.put("FUSION_API_DRAIN_MS", "milliseconds to serve on when told to stop, not ready any more (0)");
        return keys;
    }

    /**
     * Reads the configuration from environment variables.
     *
     * @throws IllegalArgumentException that names all invalid values at once
     */
    public static ApiConfig fromEnvironment(Map<String, String> environment) {
        Reader reader = new Reader(environment, new ArrayList<>());
        ApiConfig config = new ApiConfig(
                reader.text("FUSION_API_HOST", "127.0.0.1"),
                reader.number("FUSION_API_PORT", 18_080, 0, 65_535),
                reader.number("FUSION_API_INSTANCE", 0, 0, Topics.REPLY_PARTITIONS - 1),
                reader.text("FUSION_JWKS", ".fusion/keys/jwks.json"),
                reader.text("FUSION_JWT_ISSUER", "fusioncommerce"),
                reader.text("FUSION_JWT_AUDIENCE", "fusioncommerce"),
                reader.text("FUSION_PEER_SECRET_FILE", ""),
                reader.value("FUSION_DRUID_URL", "http://127.0.0.1:18888", Reader::httpUrl),
                reader.value("FUSION_FLINK_URL", "http://127.0.0.1:18081", Reader::httpUrl),
                reader.value("FUSION_API_CORS_ORIGINS", "", Reader::origins),
                reader.value("FUSION_API_PUBLIC_ORIGIN", "", Reader::origins),
                reader.number("FUSION_API_MAX_BODY", 1 << 20, 1 << 10, 16 << 20),
                reader.number("FUSION_API_THREADS", 64, 8, 1_000),
                reader.number("FUSION_API_CONNECTIONS", 20_000, 16, 1_000_000),
                new ClientBounds(
                        reader.number("FUSION_API_CONNECTIONS_OF_ADDRESS", 1_000, 1, 1_000_000),
                        reader.value("FUSION_API_PROXIES", "127.0.0.1,::1", Reader::addresses),
                        reader.mebibytes("FUSION_API_TRANSFER_MB", 48),
                        reader.mebibytes("FUSION_API_TRANSFER_MB_OF_ADDRESS", 16),
                        Duration.ofMillis(reader.number("FUSION_API_TRANSFER_GRACE_MS", 10_000, 1, 600_000)),
                        reader.number("FUSION_API_LEAST_RATE", 16_384, 1, 100_000_000)),
                reader.number("FUSION_API_HEALTH_PORT", 0, 0, 65_535),
                Duration.ofMillis(reader.number("FUSION_API_TIMEOUT_MS", 5_000, 1, 60_000)),
                reader.number("FUSION_API_COMMANDS", 4_000, 1, 1_000_000),
                reader.number("FUSION_API_COMMANDS_OF_TENANT", 2_000, 1, 1_000_000),
                reader.number("FUSION_API_STREAMS", 5_000, 1, 1_000_000),
                reader.number("FUSION_API_STREAMS_OF_TENANT", 1_000, 1, 1_000_000),
                reader.mebibytes("FUSION_API_STREAM_MB", 48),
                Duration.ofMillis(reader.number("FUSION_API_DRAIN_MS", 0, 0, 60_000)));
        if (!reader.errors.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", reader.errors));
        }
        return config;
    }

    /** The environment with a default for the address that this instance advertises to others: the listen address. */
    static Map<String, String> withAdvertised(Map<String, String> environment, ApiConfig config) {
        Map<String, String> complete = new LinkedHashMap<>(environment);
        complete.putIfAbsent("FUSION_API_ADVERTISED", new HostAddress(config.host(), config.port()).toString());
        return complete;
    }

    private record Reader(Map<String, String> environment, List<String> errors) {
        String text(String key, String absent) {
            String value = environment.get(key);
            return value == null || value.isBlank() ? absent : value.trim();
        }

        <T> T value(String key, String absent, Function<String, T> parse) {
            try {
                return parse.apply(text(key, absent));
            } catch (IllegalArgumentException e) {
                errors.add(key + ": " + e.getMessage() + " — " + KEYS.get(key));
                return parse.apply(absent);
            }
        }

        int number(String key, int absent, int least, int most) {
            return value(key, Integer.toString(absent), text -> {
                if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                    throw new IllegalArgumentException(text + " is no number from " + least + " to " + most);
                }
                return Integer.parseInt(text);
            });
        }

        long mebibytes(String key, int absent) {
            return (long) number(key, absent, 1, 100_000) << 20;
        }

        /** Parses literal addresses only: a host name would cause a DNS lookup of arbitrary configuration text. */
        static Set<String> addresses(String text) {
            Set<String> addresses = new TreeSet<>();
            for (String part : text.equals("none") ? new String[0] : text.split(",", -1)) {
                try {
                    if (!part.trim().matches("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
                        throw new IllegalArgumentException(part + " is no address");
                    }
                    addresses.add(InetAddress.getByName(part.trim()).getHostAddress());
                } catch (UnknownHostException e) {
                    throw new IllegalArgumentException(part + " is no address", e);
                }
            }
            return addresses;
        }

        static Set<String> origins(String text) {
            Set<String> origins = new TreeSet<>();
            for (String origin : text.isEmpty() ? new String[0] : text.split(",", -1)) {
                String trimmed = origin.trim();
                if (!trimmed.matches("https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+\\](:[0-9]{1,5})?")) {
                    throw new IllegalArgumentException(trimmed + " is no origin such as https://shop.example");
                }
                origins.add(trimmed);
            }
            return origins;
        }

        static URI httpUrl(String text) {
            URI url = URI.create(text);
            if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
                throw new IllegalArgumentException(text + " is no http URL");
            }
            return url;
        }
    }
}
