package com.fusioncommerce.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import io.javalin.http.Context;
import java.nio.channels.SocketChannel;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/** One authenticated request. */
public final class Call {
    /** Request and response header with the correlation id of all effects of one request. */
    public static final String CORRELATION_ID = "X-Correlation-Id";

    private static final String NO_QUERY = "\"<>\\^`{|}";
    private static final String NO_PATH = NO_QUERY + "[]";
    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TRACE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Context context;
    private final RequestHead head;
    private final Browsers browsers;
    private final Principal principal;
    private final String correlationId;
    private Fields body;

    Call(Context context, RequestHead head, Browsers browsers, Principal principal, String correlationId) {
        this.context = context;
        this.head = head;
        this.browsers = browsers;
        this.principal = principal;
        this.correlationId = correlationId;
    }

    /** The correlation id of a request, or a new one. */
    static String correlationId(RequestHead head) {
        return correlationId(head.headers(CORRELATION_ID));
    }

    /** The correlation id of a request that reached no route, or a new one. */
    static String correlationId(Request request) {
        return correlationId(request.getHeaders().getValuesList(CORRELATION_ID));
    }

    private static String correlationId(List<String> given) {
        return given.size() == 1 && CORRELATION.matcher(given.get(0)).matches()
                ? given.get(0)
                : unlikelyToMeet().toString();
    }

    /** A random id, unique but not secret: it needs no secure entropy and no lock. */
    private static UUID unlikelyToMeet() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }

    /**
     * The caller.
     *
     * @throws IllegalStateException on an open route
     */
    public Principal principal() {
        if (principal == null) {
            throw new IllegalStateException("an open route has no principal");
        }
        return principal;
    }

    /** The caller's tenant. */
    public String tenant() {
        return principal().tenant();
    }

    /** The correlation id of all effects of this request. */
    public String correlationId() {
        return correlationId;
    }

    /** The W3C trace context of the request, or a new one. */
    public String traceParent() {
        Optional<String> given =
                header("traceparent").filter(trace -> TRACE.matcher(trace).matches());
        if (given.isPresent()) {
            return given.get();
        }
        byte[] ids = new byte[24];
        ThreadLocalRandom.current().nextBytes(ids);
        HexFormat hex = HexFormat.of();
        return "00-" + hex.formatHex(ids, 0, 16) + "-" + hex.formatHex(ids, 16, 24) + "-01";
    }

    /** Whether the client has closed its connection, and cannot get an answer. */
    public boolean isAbandoned() {
        Object transport = ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .getTransport();
        return transport instanceof SocketChannel channel && ClientDeparture.of(channel);
    }

    /** The HTTP method, GET, POST or PUT. */
    public String method() {
        return context.method().name();
    }

    /** The path and the query as received, with characters escaped that browsers send raw but a URI must escape. */
    public String target() {
        String query = context.req().getQueryString();
        String path = escaped(context.req().getRequestURI(), NO_PATH);
        return query == null || query.isEmpty() ? path : path + "?" + escaped(query, NO_QUERY);
    }

    private static String escaped(String part, String others) {
        if (part.chars().noneMatch(c -> others.indexOf(c) >= 0)) {
            return part;
        }
        StringBuilder escaped = new StringBuilder(part.length() + 8);
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            escaped.append(others.indexOf(c) < 0 ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return escaped.toString();
    }

    /** The route's path, with its parameters in braces. */
    public String route() {
        return context.endpoint().path;
    }

    /** The operation independent of its target: method and route. */
    public String operation() {
        return method() + " " + route();
    }

    /** The decoded parameters of the path. */
    public Map<String, String> pathParameters() {
        return context.pathParamMap();
    }

    /** A decoded parameter of the path. */
    public String path(String name) {
        return context.pathParam(name);
    }

    /** A decoded parameter of the query. */
    public Optional<String> query(String name) {
        return head.query().get(name);
    }

    /**
     * A header with a single value.
     *
     * @throws ProblemException if the header occurs more than once
     */
    public Optional<String> header(String name) {
        return head.header(name);
    }

    /** A list header: all its fields, joined by commas. */
    public Optional<String> list(String name) {
        return head.list(name);
    }

    /**
     * A cookie.
     *
     * @throws ProblemException if the cookie occurs more than once
     */
    public Optional<String> cookie(String name) {
        return head.cookie(name);
    }

    /**
     * A number of the query between 1 and a maximum.
     *
     * @throws ProblemException if the value is not such a number
     */
    public int limit(int absent, int max) {
        String text = query("limit").orElse(null);
        if (text == null) {
            return absent;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > max) {
            throw ProblemException.of(ProblemType.INVALID_LIMIT, "limit must be a number from 1 to " + max + ".");
        }
        return Integer.parseInt(text);
    }

    /**
     * A flag of the query.
     *
     * @throws ProblemException if the value is neither true nor false
     */
    public boolean flag(String name) {
        String text = query(name).orElse(null);
        if (text == null || text.equals("false")) {
            return false;
        }
        if (!text.equals("true")) {
            throw ProblemException.of(ProblemType.INVALID_PARAMETER, name + " must be true or false.");
        }
        return true;
    }

    /**
     * The body as a JSON object.
     *
     * @throws ProblemException if the body is not a JSON object
     */
    public Fields body() {
        body = Fields.parse(RequestBody.read(context, head));
        return body;
    }

    /** The body as canonical JSON, with sorted fields and no whitespace; empty before {@link #body} was called. */
    public byte[] canonicalBody() {
        return body == null ? new byte[0] : body.canonical();
    }

    /**
     * Refuses a cross-site request.
     *
     * @throws ProblemException if the request is cross-site
     */
    public void refuseOtherSites() {
        browsers.refuseOtherSites(head);
    }

    /** The unparsed body, of any media type. */
    public byte[] bytes() {
        return RequestBody.bytes(context);
    }

    /** The body as text, of any media type. */
    public String text() {
        return new String(bytes(), UTF_8);
    }
}
