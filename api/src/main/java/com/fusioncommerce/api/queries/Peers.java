package com.fusioncommerce.api.queries;

import com.fusioncommerce.api.outgoing.OutgoingRequests;
import com.fusioncommerce.api.threads.ByteBudget;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.streams.query.HostAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Client of other instances, which forwards a caller's request with the caller's token. */
final class Peers {
    private static final Logger LOG = LoggerFactory.getLogger(Peers.class);
    private static final Duration CONNECT = Duration.ofMillis(500);
    /** Timeout of another instance's answer; then the next copy is asked. */
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private static final List<String> PASSED_ON =
            List.of("Authorization", "If-None-Match", "Consistency-Token", "traceparent", "Accept");
    private static final List<String> PASSED_BACK =
            List.of("ETag", "Consistency-Token", "Retry-After", "Location", "Cache-Control");

    private final OutgoingRequests requests;
    private final PeerProof proof;
    private final LongAdder asked = new LongAdder();

    Peers(Executor executor, PeerProof proof) {
        this.proof = proof;
        this.requests = new OutgoingRequests(CONNECT, ANSWER, executor);
    }

    /** Sends a GET to another instance; fails if it does not answer, or its answer exceeds the share's budget. */
    CompletableFuture<Reply> get(
            HostAddress host, String target, PeerProof.Question question, Call call, ByteBudget.Share share) {
        asked.increment();
        return requests.send(request(host, target, question, call).GET(), share).thenApply(Peers::reply);
    }

    /** The kind of another instance's request; empty for a client's. */
    Optional<PeerProof.Question> question(Call call) {
        return proof.question(call);
    }

    /** Number of forwarded requests. */
    long asked() {
        return asked.sum();
    }

    private HttpRequest.Builder request(HostAddress host, String target, PeerProof.Question question, Call call) {
        String authorization = call.header("Authorization").orElse("");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + host + target))
                .header(PeerProof.HEADER, proof.of(question, target, authorization))
                .header(Call.CORRELATION_ID, call.correlationId());
        for (String name : PASSED_ON) {
            call.list(name).ifPresent(value -> request.header(name, value));
        }
        return request;
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        if (PeerProof.isRefused(response.headers().firstValue(PeerProof.HEADER))) {
            LOG.error("{} has another secret: FUSION_PEER_SECRET_FILE must be the same everywhere", response.uri());
            throw new NotNow("an instance takes this one for a client");
        }
        String type = response.headers().firstValue("Content-Type").orElse(null);
        Reply reply = type == null
                ? Reply.empty(response.statusCode())
                : Reply.bytes(response.statusCode(), type, response.body());
        for (String name : PASSED_BACK) {
            reply = reply.with(name, response.headers().firstValue(name).orElse(null));
        }
        return reply;
    }
}
