package com.fusioncommerce.api.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: Javalin on Jetty with bounded threads, connections and bodies. */
public final class HttpServer implements AutoCloseable {
    private static final int IDLE_MS = 60_000;
    private static final int ACCEPT_QUEUE = 256;
    /**
     * Send buffer of a connection; Linux doubles this value. By default Linux buffers up to 4 MiB for a client that
     * does not read; a thousand such clients exhaust the TCP memory of the machine, and packets of other clients are
     * dropped.
     */
    private static final int SEND_BUFFER = 128 << 10;

    private static final long STOP_MS = 5_000;
    /** Threads beyond those of requests: acceptors, selectors, asynchronous answers, and vital paths. */
    private static final int OWN_THREADS = 16;

    private final Javalin javalin;
    private final SlowClientWatch watch;

    /**
     * Limits of the server.
     *
     * @param host address to listen at
     * @param port port to listen at, 0 for any free one
     * @param maxBody maximum bytes of a body
     * @param threads maximum requests with a thread
     * @param connections maximum open connections, and thereby of requests that wait for a thread
     * @param clients bounds of clients' resources
     * @param vital paths that are answered even if all threads are busy
     */
    public record Limits(
            String host, int port, int maxBody, int threads, int connections, ClientBounds clients, Set<String> vital) {
        /** Copies the paths. */
        public Limits {
            vital = Set.copyOf(vital);
        }

        /** Limits with the default bounds of clients and without vital paths. */
        public Limits(String host, int port, int maxBody, int threads, int connections) {
            this(host, port, maxBody, threads, connections, ClientBounds.USUAL, Set.of());
        }
    }

    private HttpServer(Javalin javalin, SlowClientWatch watch) {
        this.javalin = javalin;
        this.watch = watch;
    }

    /**
     * Starts a server.
     *
     * @param verifier from a token to its principal; raises a problem if the token is invalid
     */
    public static HttpServer start(
            Limits limits, List<Route> routes, Function<String, Principal> verifier, MeterRegistry meters) {
        return start(limits, routes, verifier, meters, Browsers.of(Set.of(), Set.of()));
    }

    /**
     * Starts a server for browsers too.
     *
     * @param verifier from a token to its principal; raises a problem if the token is invalid
     * @param browsers settings and sessions for browsers
     */
    public static HttpServer start(
            Limits limits,
            List<Route> routes,
            Function<String, Principal> verifier,
            MeterRegistry meters,
            Browsers browsers) {
        QueuedThreadPool threads = new QueuedThreadPool(limits.threads() + OWN_THREADS, 4, IDLE_MS);
        threads.setName("http");
        Authenticator authenticator = new Authenticator(verifier, browsers.sessions());
        Refusals refusals = new Refusals(System::nanoTime);
        Transfers transfers = new Transfers(limits.clients(), System::nanoTime);
        Javalin javalin = Javalin.create(config -> {
            configure(config, limits, threads, transfers);
            if (!browsers.origins().isEmpty()) {
                // The outermost handler: refusals by inner ones then have CORS headers too.
                config.jetty.modifyServer(server -> server.insertHandler(new CrossOrigin(browsers.origins())));
            }
            for (Route route : routes) {
                RouteHandler handler = new RouteHandler(route, authenticator, browsers, threads, refusals, meters);
                add(config, route.method(), route.path(), handler);
                if (route.method().equals("GET")) {
                    add(config, "HEAD", route.path(), handler);
                }
            }
            config.routes.exception(
                    HttpResponseException.class,
                    (e, ctx) -> refuse(ctx, e, e.getDetails().get("availableMethods")));
            config.routes.exception(Exception.class, (e, ctx) -> refuse(ctx, e, null));
        });
        javalin.start(limits.host(), limits.port());
        List<FairConnector> connectors = Stream.of(
                        javalin.jettyServer().server().getConnectors())
                .map(FairConnector.class::cast)
                .toList();
        return new HttpServer(javalin, SlowClientWatch.over(transfers, connectors));
    }

    private static void refuse(Context context, Exception failure, String allowed) {
        String correlationId = Call.correlationId(new RequestHead(context.req()));
        Reply reply = ProblemReplies.of(failure, correlationId)
                .with(Call.CORRELATION_ID, correlationId)
                .with("Allow", allowed);
        RouteHandler.write(context, reply);
    }

    private static void add(JavalinConfig config, String method, String path, RouteHandler handler) {
        config.routes.addEndpoint(new Endpoint(HandlerType.findOrCreate(method), path, handler));
    }

    private static void configure(JavalinConfig config, Limits limits, QueuedThreadPool threads, Transfers transfers) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = false;
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendDateHeader(true);
            http.setIdleTimeout(IDLE_MS);
            // Jetty's cache of header fields would take 100 KiB per open connection.
            http.setHeaderCacheSize(0);
        });
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new JettyErrors());
            server.setRequestLog(new AccessLog());
            server.setStopTimeout(STOP_MS);
            server.addBean(new NetworkConnectionLimit(limits.connections(), server));
            server.insertHandler(
                    new RequestBulkhead(limits.threads(), limits.clients().bytes(), limits.vital()));
            server.insertHandler(new BodyReader(limits.maxBody(), transfers));
            server.insertHandler(new RequestGate());
            server.insertHandler(new AnswerWriter(transfers));
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new JettyErrors()));
        config.jetty.addConnector((server, http) -> connector(server, http, limits));
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, Limits limits) {
        ServerConnector connector = new FairConnector(server, new OrderlyConnections(http), limits.clients());
        connector.setHost(limits.host());
        connector.setPort(limits.port());
        connector.setIdleTimeout(IDLE_MS);
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        return connector;
    }

    /** The port of the server. */
    public int port() {
        return javalin.port();
    }

    /** Stops to listen and ends open requests. */
    @Override
    public void close() {
        javalin.stop();
        watch.close();
    }
}
