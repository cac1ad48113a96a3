package com.fusioncommerce.api.events;

import com.fusioncommerce.api.commands.Admission;
import com.fusioncommerce.api.operations.Answer;
import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.Parameter;
import com.fusioncommerce.api.operations.Tag;
import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Authenticator;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.schemas.MessageType;
import com.fusioncommerce.schemas.Messages;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Operations that stream the tenant's events live, as server-sent events. */
public final class EventOperations {
    private static final Tag TAG = new Tag("events", "What happens, as it happens.");
    private static final String MEDIA_TYPE = "text/event-stream;charset=utf-8";

    /** Maximum buffered events per stream. */
    private static final int CAPACITY = 2_000;

    /** Maximum buffered bytes per stream. */
    private static final int CAPACITY_BYTES = 1 << 20;

    private static final Set<String> KNOWN = Messages.all().stream()
            .filter(MessageType::isPublished)
            .map(MessageType::name)
            .collect(Collectors.toCollection(TreeSet::new));

    /** The requested event types; empty for all types. */
    private static final Parameter<Set<String>> TYPES = Parameter.query(
                    "types", Schema.text(), ProblemType.INVALID_PARAMETER, EventOperations::types)
            .described("Event types, separated by commas; all if left out.");

    private static final Parameter<String> TICKET = Parameter.query(
                    "ticket", Schema.text(), EventRefusals.INVALID_TICKET, call -> call.query("ticket")
                            .orElse(null))
            .described("In place of a bearer token, for a browser's EventSource: a ticket of POST /v1/events/tickets.");

    private static final Parameter<String> LAST_EVENT_ID_IN_QUERY = Parameter.query(
                    "lastEventId", Schema.text(), EventRefusals.INVALID_LAST_EVENT_ID, call -> call.query("lastEventId")
                            .orElse(null))
            .described("As Last-Event-ID, for a browser's EventSource that is opened anew; the header comes first.");

    private static final Parameter<String> LAST_EVENT_ID = Parameter.header(
                    "Last-Event-ID", Schema.text(), EventRefusals.INVALID_LAST_EVENT_ID)
            .described("Resumes after this event, without gap or repetition.");

    private static final Answer STREAM = Answer.of(
            200,
            "Server-sent events. Each has an id to resume from, the event's type, and as data the event as CloudEvents 1.0"
                    + " JSON. fusion.slow, fusion.expired, fusion.unauthorised and fusion.closing announce that the stream"
                    + " ends; fusion.reset that the log is another one.",
            "text/event-stream",
            Schema.text());

    private final EventHub hub;
    private final Admission admission;
    private final StreamLeases leases;
    private final StreamTickets tickets;
    private final Consumer<String> verifier;
    private final StreamMemory memory;

    /**
     * Creates the operations on a hub.
     *
     * @param admission bounds the number of open streams
     * @param leases end each stream when its token expires
     * @param tickets tickets for browsers, whose event streams cannot send headers
     * @param verifier raises a problem for an invalid token
     * @param mostBytes maximum bytes buffered by all streams
     */
    public EventOperations(
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

    /** All operations. */
    public List<Operation> all() {
        return List.of(
                Operation.get("streamEvents", "/v1/events")
                        .titled(TAG, "Follow the tenant's events as they happen")
                        .described("A shopper follows the events about what belongs to the shopper's own customer.")
                        .open(Access.ticketed(Scope.EVENTS_READ, tickets::tokenOf))
                        .forOwner()
                        .takes(TYPES, TICKET, LAST_EVENT_ID_IN_QUERY, LAST_EVENT_ID)
                        .refuses(ProblemType.TOO_MANY_STREAMS, ProblemType.NOT_READY)
                        .answers(STREAM)
                        .does((backend, in) -> stream(in)),
                Operation.post("createStreamTicket", "/v1/events/tickets")
                        .titled(TAG, "Get a ticket with which a browser opens the event stream")
                        .described(
                                "A browser's EventSource cannot send a header. A ticket opens GET /v1/events?ticket=… for"
                                        + " half a minute and nothing else; the stream ends with the token that the ticket was made"
                                        + " with. Get a new ticket for each stream that is opened, also after an interruption, and"
                                        + " send the id of the last event as lastEventId.")
                        .needs(Scope.EVENTS_READ)
                        .forOwner()
                        .answers(Answer.json(201, "A ticket.", StreamTickets.Ticket.SCHEMA))
                        .does((backend, in) -> ticket(in.call())));
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

    private CompletableFuture<Reply> stream(Input in) {
        Call call = in.call();
        Set<String> types = in.get(TYPES);
        EventPosition from = Optional.ofNullable(in.get(LAST_EVENT_ID))
                .or(() -> Optional.ofNullable(in.get(LAST_EVENT_ID_IN_QUERY)))
                .filter(id -> !id.isEmpty())
                .map(EventOperations::position)
                .orElse(null);
        if (!hub.isReady()) {
            throw Problem.retryable(ProblemType.NOT_READY, "Events are not read yet.", 1)
                    .raised();
        }
        if (call.method().equals("HEAD")) {
            admission.requireRoom(call.principal().holder());
            return headed(Reply.streaming(MEDIA_TYPE, EventOperations::headOnly))
                    .now();
        }
        String token = token(call);
        Runnable verification = () -> verifier.accept(token);
        admission.enter(call.principal().holder());
        return headed(Reply.streaming(MEDIA_TYPE, out -> {
                    SseConnection connection = new SseConnection(CAPACITY, CAPACITY_BYTES, memory);
                    Subscriber subscriber = new Subscriber(call.principal(), types, connection);
                    CompletableFuture<Void> left = connection.ended().whenComplete((nothing, failure) -> {
                        hub.leave(subscriber);
                        admission.leave(call.principal().holder());
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
                }))
                .now();
    }

    /** Flushes the head without a body: a HEAD answer of a stream must have no content length. */
    private static CompletableFuture<Void> headOnly(ServletOutputStream out) {
        try {
            out.flush();
            return CompletableFuture.completedFuture(null);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Reply headed(Reply reply) {
        return reply.with("Cache-Control", "no-store").with("X-Accel-Buffering", "no");
    }

    private static EventPosition position(String id) {
        return EventPosition.parse(id)
                .orElseThrow(() -> ProblemException.of(
                        EventRefusals.INVALID_LAST_EVENT_ID, "Send the id of the last event as it was received."));
    }

    private static Set<String> types(Call call) {
        Set<String> types = call.query("types")
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::trim).collect(Collectors.toSet()))
                .orElse(Set.of());
        if (!KNOWN.containsAll(types)) {
            throw ProblemException.of(ProblemType.INVALID_PARAMETER, "types may name " + KNOWN + ".");
        }
        return types;
    }
}
