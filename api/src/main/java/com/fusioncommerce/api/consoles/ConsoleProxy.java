package com.fusioncommerce.api.consoles;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.outgoing.OutgoingRequests;
import com.fusioncommerce.api.outgoing.TooManyBytesException;
import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.threads.ByteBudget;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Reply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reverse proxy of a server without authentication, for operators. It forwards only the method, the rest of the path,
 * the query, the body and its media type: no token, no cookie, no origin.
 */
final class ConsoleProxy {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleProxy.class);
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final int MOST_WORDS = 500;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    /** Content security policy: the consoles need inline styles and workers, and load nothing from other servers. */
    private static final String POLICY =
            "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; base-uri 'self';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final String RETRY_AFTER = "Retry-After";
    private static final List<String> PASSED_BACK =
            List.of("ETag", "Cache-Control", "Content-Disposition", RETRY_AFTER);
    private static final Pattern JSON = Pattern.compile("application/([a-z0-9.-]+\\+)?json *(;.*)?");

    private final OutgoingRequests requests;
    private final String name;
    private final URI server;
    private final String prefix;
    private final ByteBudget answers;

    /**
     * Creates a proxy.
     *
     * @param name the server's name in problems
     * @param server its base URL
     * @param prefix its path prefix in this API
     * @param executor runs answers' callbacks
     * @param answers budget of answers' bytes
     */
    ConsoleProxy(String name, URI server, String prefix, Executor executor, ByteBudget answers) {
        this.answers = answers;
        this.name = name;
        this.server = server;
        this.prefix = prefix;
        this.requests = new OutgoingRequests(CONNECT, ANSWER, executor);
    }

    /** Forwards a request. */
    CompletableFuture<Reply> pass(Call call) {
        call.principal().requireOperator();
        HttpRequest.Builder request = request(call);
        ByteBudget.Share share = answers.share(call.principal().holder());
        return requests.send(request, share).handle((response, failure) -> {
            share.close();
            if (failure != null) {
                throw unavailable(request.build(), failure);
            }
            if (response.statusCode() >= SERVER_ERROR && !isJson(response)) {
                throw failed(response);
            }
            return reply(response);
        });
    }

    /** Whether an answer is JSON: the consoles' pages read failures from it. */
    private static boolean isJson(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Content-Type")
                .filter(type -> JSON.matcher(type.toLowerCase(Locale.ROOT)).matches())
                .isPresent();
    }

    /** The problem of an upstream failure, with an excerpt of its text for the operator, not its HTML page. */
    private ProblemException failed(HttpResponse<byte[]> response) {
        String detail = name + " answered with " + response.statusCode() + ": " + words(response.body());
        if (response.statusCode() != UNAVAILABLE) {
            return ProblemException.of(ConsoleProblems.CONSOLE_FAILED, detail);
        }
        Problem problem = Problem.retryable(ProblemType.ANALYTICS_UNAVAILABLE, detail, 5);
        return response.headers()
                .firstValue(RETRY_AFTER)
                .map(after -> problem.with(RETRY_AFTER, after))
                .orElse(problem)
                .raised();
    }

    private static String words(byte[] body) {
        // A character has at most 4 bytes: one cut in two lies behind the excerpt.
        String text = new String(body, 0, Math.min(body.length, MOST_WORDS * 4), UTF_8);
        int most = Math.min(MOST_WORDS, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, most)).replaceAll("\\p{Cntrl}+", " ");
    }

    private HttpRequest.Builder request(Call call) {
        String rest = call.target().substring(prefix.length());
        String path = rest.split("\\?", 2)[0];
        if (List.of(path.split("/", -1)).stream().anyMatch(ConsoleProxy::isDots)) {
            throw ProblemException.of(ProblemType.UNKNOWN_ROUTE, "There is no such page.");
        }
        boolean reads = call.method().equals("GET") || call.method().equals("HEAD");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + rest))
                .method(
                        reads ? "GET" : call.method(),
                        reads
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(call.bytes()));
        call.header("Content-Type").ifPresent(type -> request.setHeader("Content-Type", type));
        call.list("Accept").ifPresent(type -> request.setHeader("Accept", type));
        return request;
    }

    private static boolean isDots(String segment) {
        String plain = segment.replace("%2e", ".").replace("%2E", ".");
        return plain.equals(".") || plain.equals("..");
    }

    private ProblemException unavailable(HttpRequest request, Throwable failure) {
        Optional<ProblemException> refused = ByteBudget.refusal(failure);
        if (refused.isPresent()) {
            return refused.get();
        }
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        LOG.warn("{} did not answer {}: {}", name, request.uri().getPath(), cause.toString());
        String detail = cause instanceof TooManyBytesException
                ? name + "'s answer has more than " + (OutgoingRequests.MOST_BYTES >> 20) + " MiB: ask for less of it."
                : name + " does not answer: see `fusion status`.";
        return Problem.retryable(ProblemType.ANALYTICS_UNAVAILABLE, detail, 5).raised();
    }

    private Reply reply(HttpResponse<byte[]> response) {
        byte[] body = response.body();
        String type = response.headers().firstValue("Content-Type").orElse("application/octet-stream");
        Reply reply = Reply.bytes(response.statusCode(), type, body)
                .with("Content-Security-Policy", POLICY)
                .with("X-Frame-Options", "DENY")
                .with("Referrer-Policy", "no-referrer");
        for (String header : PASSED_BACK) {
            reply = reply.with(header, response.headers().firstValue(header).orElse(null));
        }
        return reply.with(
                "Location",
                response.headers().firstValue("Location").map(this::ownLocation).orElse(null));
    }

    /** The location of a redirect within the server, under this proxy's prefix. */
    private String ownLocation(String location) {
        try {
            URI target = server.resolve(location);
            String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
            return prefix + target.getRawPath() + query;
        } catch (IllegalArgumentException e) {
            throw Problem.of(ConsoleProblems.CONSOLE_FAILED, name + " redirects to what is no address.")
                    .raised();
        }
    }
}
