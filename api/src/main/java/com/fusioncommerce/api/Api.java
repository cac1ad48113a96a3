package com.fusioncommerce.api;

import com.fusioncommerce.api.auth.InstanceSecret;
import com.fusioncommerce.api.auth.TokenVerifier;
import com.fusioncommerce.api.commands.Admission;
import com.fusioncommerce.api.commands.CommandGateway;
import com.fusioncommerce.api.commands.CommandTokens;
import com.fusioncommerce.api.consoles.ConsoleRoutes;
import com.fusioncommerce.api.dashboards.DashboardOperations;
import com.fusioncommerce.api.deadletters.DeadLetterDesk;
import com.fusioncommerce.api.deadletters.DeadLetterOperations;
import com.fusioncommerce.api.events.EventHub;
import com.fusioncommerce.api.events.EventOperations;
import com.fusioncommerce.api.events.StreamLeases;
import com.fusioncommerce.api.events.StreamTickets;
import com.fusioncommerce.api.operations.Backend;
import com.fusioncommerce.api.operations.FoundOperations;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.Wiring;
import com.fusioncommerce.api.outcomes.CommandOperations;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.queries.Lists;
import com.fusioncommerce.api.queries.PeerProof;
import com.fusioncommerce.api.queries.Reads;
import com.fusioncommerce.api.threads.Bulkhead;
import com.fusioncommerce.api.threads.ByteBudget;
import com.fusioncommerce.api.web.Browsers;
import com.fusioncommerce.api.web.HttpServer;
import com.fusioncommerce.api.web.Route;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.streams.CommerceApplication;
import com.fusioncommerce.streams.CommerceConfig;
import com.fusioncommerce.streams.query.EventLog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** The API process: the HTTP server, the command gateway, and the Kafka Streams application. */
public final class Api implements AutoCloseable {
    /** Budget of bytes for upstream servers' answers in memory. */
    private static final long ANSWERS_OF_OTHERS = 64 << 20;

    private static final int HEALTH_THREADS = 4;
    private static final int HEALTH_CONNECTIONS = 256;
    private static final int HISTORY_READERS = 8;

    private final ApiConfig config;
    private final CommerceApplication commerce;
    private final CommandGateway gateway;
    private final EventHub hub;
    private final StreamLeases leases;
    private final EventLog log;
    private final DeadLetterDesk deadLetters;
    private final ByteBudget answers = new ByteBudget(ANSWERS_OF_OTHERS);
    private final Bulkhead peers = new Bulkhead("peers", 4, 20_000);
    private final Bulkhead resumes = new Bulkhead("resumes", 4, 20_000);
    private final Bulkhead verifications = new Bulkhead("verifications", 1, 10_000);
    private final Bulkhead dashboards = new Bulkhead("dashboards", 8, 200);
    private final Bulkhead consoles = new Bulkhead("consoles", 4, 200);
    private final Bulkhead history = new Bulkhead("history", HISTORY_READERS, 128);
    private final Metrics metrics;
    private final TokenVerifier tokens;
    private final StreamTickets tickets;
    private final Browsers browsers;
    private final OpenApiDocument document;
    private final List<Route> routes;
    private final List<Route> healthRoutes;
    private HttpServer server;
    private HttpServer healthServer;
    private volatile boolean draining;

    private Api(ApiConfig config, CommerceConfig commerceConfig, AvroCodec codec) {
        Clock clock = Clock.systemUTC();
        this.config = config;
        this.browsers = Browsers.of(config.origins(), config.publicOrigins());
        this.tokens = TokenVerifier.of(config.jwks(), config.issuer(), config.audience());
        this.metrics = new Metrics();
        this.commerce = CommerceApplication.create(commerceConfig, codec, metrics.commerce());
        InstanceSecret secret = config.peerSecret().isEmpty()
                ? InstanceSecret.kept(commerceConfig.stateDir().resolve("instance.secret"))
                : InstanceSecret.ofFile(Path.of(config.peerSecret()));
        this.gateway = new CommandGateway(
                new CommandGateway.Settings(
                        commerceConfig.bootstrapServers(),
                        config.instance(),
                        config.timeout(),
                        config.mostCommands(),
                        config.mostCommandsOfTenant()),
                new CommandTokens(secret, clock),
                codec,
                clock);
        this.hub = new EventHub(commerceConfig.bootstrapServers(), codec, resumes);
        this.leases = new StreamLeases(verifications, clock);
        this.log = new EventLog(commerceConfig.bootstrapServers(), codec, HISTORY_READERS);
        this.deadLetters = new DeadLetterDesk(commerceConfig.bootstrapServers());
        PeerProof proof = new PeerProof(secret);
        this.tickets = new StreamTickets(secret, clock);
        Reads reads = new Reads(commerce.queries(), peers, proof, answers);
        metrics.bind(commerce, gateway, hub, reads);
        Backend backend = new Backend(
                gateway,
                commerce.queries(),
                reads,
                new Lists(commerce.queries(), commerceConfig.advertised(), peers, proof, answers),
                clock);
        List<Operation> health = new HealthOperations(this::notReady, metrics).all();
        this.document = new OpenApiDocument(operations(backend, health, commerceConfig.bootstrapServers(), codec));
        this.routes = routes(operations(), backend);
        this.healthRoutes = routes(health, backend);
    }

    /**
     * Creates the API without starting it.
     *
     * @throws IllegalArgumentException if the JWKS or the secret of the instances cannot be read
     */
    public static Api create(ApiConfig config, CommerceConfig commerce, AvroCodec codec) {
        return new Api(config, commerce, codec);
    }

    private List<Operation> operations(Backend backend, List<Operation> health, String kafka, AvroCodec codec) {
        List<Operation> all = new ArrayList<>();
        Wiring wiring = new Wiring(backend.queries(), commerce::cache, log, history);
        Map<String, List<Operation>> domains = FoundOperations.of(wiring);
        domains.values().forEach(all::addAll);
        all.addAll(CommandOperations.all(domains));
        Admission streams =
                new Admission(config.mostStreams(), config.mostStreamsOfTenant(), ProblemType.TOO_MANY_STREAMS);
        all.addAll(new EventOperations(hub, streams, leases, tickets, tokens::verify, config.streamBytes()).all());
        all.addAll(health);
        all.addAll(new DeadLetterOperations(deadLetters, codec).all());
        all.addAll(
                new DashboardOperations(config.druid(), kafka, tokens::verify, browsers.sessions(), dashboards).all());
        return all;
    }

    private static List<Route> routes(List<Operation> operations, Backend backend) {
        return operations.stream().map(operation -> operation.route(backend)).toList();
    }

    /** The reasons why the API is not ready, empty once it is. */
    private List<String> notReady() {
        List<String> reasons = new ArrayList<>();
        if (draining) {
            reasons.add("it is about to stop");
        }
        if (!commerce.isServing()) {
            reasons.add("streams are " + commerce.state());
        }
        if (!gateway.isReady()) {
            reasons.add("commands are not taken yet");
        }
        if (!hub.isReady()) {
            reasons.add("events are not read yet");
        }
        return reasons;
    }

    /** Starts all parts; {@code /health/ready} reports when the API serves requests. */
    public void start() {
        gateway.start();
        hub.start();
        commerce.start();
        List<Route> all = new ArrayList<>(routes);
        all.addAll(new ConsoleRoutes(config.druid(), config.flink(), consoles, answers).routes());
        server = serve(config.port(), config.threads(), config.connections(), all);
        if (config.healthPort() != 0) {
            healthServer = serve(config.healthPort(), HEALTH_THREADS, HEALTH_CONNECTIONS, healthRoutes);
        }
    }

    private HttpServer serve(int port, int threads, int connections, List<Route> served) {
        return HttpServer.start(
                new HttpServer.Limits(
                        config.host(), port, config.maxBody(), threads, connections, config.clients(), vital()),
                served,
                tokens::verify,
                metrics.registry(),
                browsers);
    }

    /** Paths that are answered under any load. */
    private Set<String> vital() {
        return operations().stream()
                .filter(Operation::isVital)
                .map(Operation::path)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the API serves requests. */
    public boolean isReady() {
        return notReady().isEmpty();
    }

    /** The port of the HTTP server, once started. */
    public int port() {
        return server.port();
    }

    /** The API's operations; the consoles' routes are not part of the API. */
    List<Operation> operations() {
        return document.operations();
    }

    /** The OpenAPI document of the operations. */
    byte[] document() {
        return document.json();
    }

    /** The routes of the operations. */
    List<Route> routes() {
        return routes;
    }

    /**
     * Shuts down gracefully: reports unready and serves on for the drain time, answers pending requests, hands its
     * state over to other instances, and only then stops the server. Accepted commands are in the log.
     */
    @Override
    public void close() {
        draining = true;
        pause(config.drain());
        gateway.drain(config.timeout());
        hub.close();
        leases.close();
        commerce.close();
        if (server != null) {
            server.close();
        }
        if (healthServer != null) {
            healthServer.close();
        }
        gateway.close();
        List.of(peers, resumes, verifications, dashboards, consoles, history).forEach(Bulkhead::close);
        log.close();
        deadLetters.close();
        metrics.close();
    }

    private static void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
