package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.Problem;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Converts Jetty's refusals before routing (malformed lines, excessive headers) to problems. */
final class JettyErrors extends ErrorHandler {
    private static final HttpField CLOSE = new HttpField(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Object detail = request.getAttribute(RequestGate.DETAIL);
        write(
                detail == null ? ProblemReplies.ofStatus(status) : ProblemReplies.ofStatus(status, detail.toString()),
                request,
                response,
                callback);
        return true;
    }

    /** Answers with a problem outside of any route. */
    static void write(Problem problem, Request request, Response response, Callback callback) {
        String correlationId = Call.correlationId(request);
        Reply reply = ProblemReplies.of(problem, correlationId);
        response.setStatus(reply.status());
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, reply.contentType());
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(Call.CORRELATION_ID, correlationId);
        reply.headers().forEach(headers::put);
        if (!request.getConnectionMetaData().isPersistent()) {
            headers.put(CLOSE);
        }
        boolean head = HttpMethod.HEAD.is(request.getMethod());
        if (!head) {
            headers.put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        }
        response.write(true, ByteBuffer.wrap(head ? new byte[0] : reply.body()), callback);
    }
}
