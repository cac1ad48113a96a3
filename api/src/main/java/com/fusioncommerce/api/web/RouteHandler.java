package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.schemas.logs.LogFields;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.slf4j.MDC;

/**
 * Handles the requests of a route: authentication, authorization, the action and its answer. Waiting blocks no thread.
 */
final class RouteHandler implements Handler {
    /** Upper bounds of the histogram of request durations. */
    private static final Duration[] BUCKETS = IntStream.of(
                    1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final String CACHE_CONTROL = "Cache-Control";

    private final Route route;
    private final Authenticator authenticator;
    private final Browsers browsers;
    private final Executor executor;
    private final Refusals refusals;
    private final MeterRegistry meters;
    private final ConcurrentMap<Integer, Timer> timers = new ConcurrentHashMap<>();

    RouteHandler(
            Route route,
            Authenticator authenticator,
            Browsers browsers,
            Executor executor,
            Refusals refusals,
            MeterRegistry meters) {
        this.route = route;
        this.authenticator = authenticator;
        this.browsers = browsers;
        this.executor = executor;
        this.refusals = refusals;
        this.meters = meters;
    }

    @Override
    public void handle(Context context) {
        long started = System.nanoTime();
        RequestHead head = new RequestHead(context.req());
        String correlationId = Call.correlationId(head);
        AccessLog.Entry entry = AccessLog.begin(context, route.path(), correlationId);
        MDC.put(LogFields.CORRELATION_ID, correlationId);
        try {
            CompletableFuture<Reply> reply = reply(context, head, correlationId, entry);
            if (reply.isDone()) {
                answer(context, settled(reply, correlationId), correlationId, started);
            } else {
                context.future(() -> reply.handleAsync(
                                (value, failure) -> failure == null ? value : ProblemReplies.of(failure, correlationId),
                                executor)
                        .exceptionally(failure -> ProblemReplies.of(failure, correlationId))
                        .thenAccept(value -> answer(context, value, correlationId, started)));
            }
        } finally {
            MDC.remove(LogFields.CORRELATION_ID);
        }
    }

    private CompletableFuture<Reply> reply(
            Context context, RequestHead head, String correlationId, AccessLog.Entry entry) {
        try {
            Principal principal = authenticator.authenticate(head, route.access());
            entry.caller(principal);
            checkHead(head);
            checkForBody(context);
            return route.action()
                    .on(new Call(context, head, browsers, principal, correlationId))
                    .toCompletableFuture();
        } catch (ProblemException e) {
            if (Refusals.isPaced(e.problem().type())) {
                return refusals.inTurn(ProblemReplies.of(e.problem(), correlationId));
            }
            return toLogin(e) ? login() : CompletableFuture.failedFuture(e);
        } catch (RuntimeException | StackOverflowError e) {
            // The overflown stack is unwound by now: this is a failure of one request like any other.
            return CompletableFuture.failedFuture(e);
        }
    }

    private boolean toLogin(ProblemException e) {
        return route.access() instanceof Access.Page && e.problem().type().status() == 401;
    }

    private CompletableFuture<Reply> login() {
        return Reply.empty(303)
                .with("Location", ((Access.Page) route.access()).login())
                .now();
    }

    private void checkHead(RequestHead head) {
        for (String name : head.query().names()) {
            if (!route.knows(name)) {
                throw ProblemException.of(
                        ProblemType.UNKNOWN_PARAMETER, "Known are " + new TreeSet<>(route.parameters()) + ".");
            }
        }
        if (!route.parameters().equals(Route.ANY)) {
            head.query().requireOnce();
        }
        // The log read the id before, when a duplicate could not be refused.
        head.header(Call.CORRELATION_ID);
        boolean withCookie = route.access() instanceof Access.Browser || route.access() instanceof Access.Page;
        if (withCookie && !route.method().equals("GET")) {
            browsers.refuseOtherSites(head);
        }
    }

    /**
     * Refuses an unexpected body: an unread body could be parsed as the next request, and its sender expects an effect.
     */
    private void checkForBody(Context context) {
        Request request = ServletContextRequest.getServletContextRequest(context.req());
        if (!route.takesBody() && WholeBody.sizeOf(request) > 0) {
            throw ProblemException.of(ProblemType.INVALID_REQUEST, "This takes no body.");
        }
    }

    private static Reply settled(CompletableFuture<Reply> reply, String correlationId) {
        return reply.handle((value, failure) -> failure == null ? value : ProblemReplies.of(failure, correlationId))
                .join();
    }

    private void answer(Context context, Reply reply, String correlationId, long started) {
        context.res().setHeader(Call.CORRELATION_ID, correlationId);
        if (reply.stream() == null) {
            write(context, reply);
        } else {
            stream(context, reply);
        }
        timers.computeIfAbsent(reply.status(), this::timer).record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
    }

    private Timer timer(int status) {
        return Timer.builder("http.server.requests")
                .description("Requests answered, by route and status")
                .tag("method", route.method())
                .tag("route", route.path())
                .tag("status", Integer.toString(status))
                // Buckets can be aggregated over instances and time, percentiles cannot.
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    /** Writes the head of an answer; the body is written at the end of the request, without blocking a thread. */
    static void write(Context context, Reply reply) {
        writeHead(context.res(), reply);
        AnswerWriter.leave(context.req(), reply);
    }

    private static void stream(Context context, Reply reply) {
        context.future(() -> {
            HttpServletResponse response = context.res();
            writeHead(response, reply);
            try {
                return reply.stream().open(response.getOutputStream());
            } catch (IOException e) {
                return CompletableFuture.failedFuture(e);
            }
        });
    }

    private static void writeHead(HttpServletResponse response, Reply reply) {
        response.setStatus(reply.status());
        if (reply.contentType() != null) {
            response.setContentType(reply.contentType());
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!reply.headers().containsKey(CACHE_CONTROL)) {
            response.setHeader(CACHE_CONTROL, "private, no-cache");
        }
        for (Map.Entry<String, String> header : reply.headers().entrySet()) {
            response.setHeader(header.getKey(), header.getValue());
        }
    }
}
