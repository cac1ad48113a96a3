package com.fusioncommerce.api.events;

import com.fusioncommerce.api.commands.Admission;
import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Authenticator;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Route;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.schemas.MessageType;
import com.fusioncommerce.schemas.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The caller's tenant's events as they happen, as server-sent events. */
public final class EventRoutes {
    /** Events that a stream may fall behind. */
    private static final int CAPACITY = 2_000;

    /** Bytes that a stream may fall behind. */
    private static final int CAPACITY_BYTES = 1 << 20;

    private static final Set<String> TYPES = Messages.all().stream()
            .filter(MessageType::isPublished)
            .map(MessageType::name)
            .collect(Collectors.toCollection(TreeSet::new));

    private final EventHub hub;
    private final Admission admission;
    private final StreamLeases leases;
    private final StreamTickets tickets;
    private final Consumer<String> verifier;
    private final StreamMemory memory;

    /**
     * Routes on a hub.
     *
     * @param admission bounds the streams that are open
     * @param leases end streams with their tokens
     * @param tickets for browsers, whose streams bring no header
     * @param verifier raises a problem for a token that is no longer valid
     * @param mostBytes bytes that may wait in all streams
     */
    public EventRoutes(
            EventHub hub,
            Admission admission,
            StreamLeases leases,
            StreamTickets tickets,
            Consumer<String> verifier,
            long mostBytes) {
        this.hub = hub;
        this.admission = admission;
        this.leases = leases;
        this.tickets = tickets;
        this.verifier = verifier;
        this.memory = new StreamMemory(mostBytes);
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/v1/events",
                        Access.ticketed(Scope.EVENTS_READ, tickets::tokenOf),
                        this::stream,
                        "types",
                        "ticket",
                        "lastEventId"),
                Route.post("/v1/events/tickets", Access.bearer(Scope.EVENTS_READ), this::ticket));
    }

    private CompletableFuture<Reply> ticket(Call call) {
        return Reply.json(201, tickets.issue(token(call), call.principal().expiresAt()))
                .with("Cache-Control", "no-store")
                .now();
    }

    private String token(Call call) {
        String header = Authenticator.bearerToken(call.header("Authorization").orElse(null));
        return header == null ? tickets.tokenOf(call.query("ticket").orElseThrow()) : header;
    }

    private CompletableFuture<Reply> stream(Call call) {
        Set<String> types = types(call);
        EventPosition from = call.header("Last-Event-ID")
                .or(() -> call.query("lastEventId"))
                .filter(id -> !id.isEmpty())
                .map(EventRoutes::position)
                .orElse(null);
        if (call.method().equals("HEAD")) {
            return Reply.empty(200).now();
        }
        if (!hub.isReady()) {
            throw Problem.retryable(ProblemType.NOT_READY, "Events are not read yet.", 1)
                    .raised();
        }
        String token = token(call);
        Runnable verification = () -> verifier.accept(token);
        admission.enter(call.tenant());
        return Reply.streaming("text/event-stream;charset=utf-8", out -> {
                    SseConnection connection = new SseConnection(CAPACITY, CAPACITY_BYTES, memory);
                    Subscriber subscriber = new Subscriber(call.tenant(), types, connection);
                    CompletableFuture<Void> left = connection.ended().whenComplete((nothing, failure) -> {
                        hub.leave(subscriber);
                        admission.leave(call.tenant());
                    });
                    try {
                        var unused = connection.open(out);
                        connection.heartbeat();
                        StreamLeases.Lease lease = leases.begin(call.principal().expiresAt(), verification, connection);
                        hub.subscribe(subscriber, from);
                        return left.whenComplete((nothing, failure) -> lease.end());
                    } catch (RuntimeException e) {
                        connection.abort();
                        throw e;
                    }
                })
                .with("Cache-Control", "no-store")
                .with("X-Accel-Buffering", "no")
                .now();
    }

    private static EventPosition position(String id) {
        return EventPosition.parse(id)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.INVALID_LAST_EVENT_ID, "Send the id of the last event as it was received."));
    }

    private static Set<String> types(Call call) {
        Set<String> types = call.query("types")
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::trim).collect(Collectors.toSet()))
                .orElse(Set.of());
        if (!TYPES.containsAll(types)) {
            throw ProblemException.of(ProblemType.INVALID_PARAMETER, "types may name " + TYPES + ".");
        }
        return types;
    }
}
