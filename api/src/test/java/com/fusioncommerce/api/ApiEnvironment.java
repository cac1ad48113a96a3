package com.fusioncommerce.api;

import com.fusioncommerce.api.auth.DevKeys;
import com.fusioncommerce.api.auth.DevTokens;
import com.fusioncommerce.api.auth.InstanceSecret;
import com.fusioncommerce.api.commands.CommandToken;
import com.fusioncommerce.api.commands.CommandTokens;
import com.fusioncommerce.api.operations.FoundOperations;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.schemas.testing.EmbeddedKafka;
import com.fusioncommerce.schemas.testing.FreePorts;
import com.fusioncommerce.streams.CommerceConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;

/** Test environment in this process: a real broker, real Kafka Streams applications and the API. */
final class ApiEnvironment implements AutoCloseable {
    /** All scopes of tenants. */
    static final List<String> ALL_SCOPES = FoundOperations.scopes().stream()
            .filter(scope -> !scope.equals(Scope.PLATFORM_OPERATE.claim()))
            .toList();

    /** All scopes of tenants, and the operators' scope. */
    static final List<String> OPERATORS_SCOPES = FoundOperations.scopes();

    private final EmbeddedKafka kafka;
    private final Path directory;
    private final AvroCodec codec;
    private final DevKeys keys;
    private final DevTokens tokens;

    private ApiEnvironment(EmbeddedKafka kafka, Path directory) throws IOException {
        this.kafka = kafka;
        this.directory = directory;
        Files.writeString(directory.resolve("peer.secret"), UUID.randomUUID().toString());
        this.codec = new AvroCodec(SchemaRegistry.inProcess());
        this.keys = DevKeys.at(directory.resolve("keys"));
        this.tokens = new DevTokens(keys, "fusioncommerce", "fusioncommerce");
    }

    /** Starts a broker with all topics of the catalogue. */
    static ApiEnvironment start() {
        try {
            EmbeddedKafka kafka = EmbeddedKafka.start();
            kafka.createTopics();
            return new ApiEnvironment(kafka, Files.createTempDirectory("api-test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts an instance of the API and waits until it serves. */
    Api api(int instance, Map<String, String> settings) {
        Api api = starting(instance, settings);
        Await.until("the API is ready", Duration.ofSeconds(60), api::isReady);
        return api;
    }

    /** Starts an instance of the API without waiting. */
    Api starting(int instance, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "FUSION_KAFKA", kafka.bootstrapServers(),
                "FUSION_API_PORT", Integer.toString(FreePorts.take()),
                "FUSION_API_INSTANCE", Integer.toString(instance),
                "FUSION_JWKS",
                        directory.resolve("keys").resolve(DevKeys.PUBLIC_FILE).toString(),
                "FUSION_PEER_SECRET_FILE", directory.resolve("peer.secret").toString(),
                "FUSION_STATE_DIR",
                        directory.resolve("state-" + UUID.randomUUID()).toString(),
                "FUSION_DRUID_URL", "http://127.0.0.1:" + FreePorts.take(),
                "FUSION_COMMIT_INTERVAL_MS", "5",
                "FUSION_STORE_MEMORY_MB", "16"));
        environment.putAll(settings);
        ApiConfig config = ApiConfig.fromEnvironment(environment);
        CommerceConfig commerce = CommerceConfig.fromEnvironment(ApiConfig.withAdvertised(environment, config));
        Api api = Api.create(config, commerce, codec);
        api.start();
        return api;
    }

    /** A client of a new tenant, with every scope. */
    ApiClient newTenant(Api api) {
        return client(api, "t-" + UUID.randomUUID().toString().substring(0, 8), ALL_SCOPES);
    }

    ApiClient client(Api api, String tenant, List<String> scopes) {
        return new ApiClient(api.port(), tenant, token(tenant, scopes, Duration.ofMinutes(10)));
    }

    /** A client of a tenant for an actor, with every scope. */
    ApiClient client(Api api, String tenant, Actor who) {
        return new ApiClient(api.port(), tenant, tokens.issue(tenant, who, ALL_SCOPES, Duration.ofMinutes(10)));
    }

    String token(String tenant, List<String> scopes, Duration validFor) {
        return tokens.issue(tenant, Actor.service("tester"), scopes, validFor);
    }

    /** The token of a tenant's command that has no outcome yet. */
    String commandToken(String tenant) {
        CommandToken command =
                new CommandToken("orders", "main~a", UUID.randomUUID().toString());
        return new CommandTokens(InstanceSecret.ofFile(directory.resolve("peer.secret")), Clock.systemUTC())
                .issue(tenant, null, command);
    }

    DevTokens tokens() {
        return tokens;
    }

    EmbeddedKafka kafka() {
        return kafka;
    }

    AvroCodec codec() {
        return codec;
    }

    @Override
    public void close() {
        kafka.close();
        try {
            Utils.delete(directory.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
