package com.fusioncommerce.api.web;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server refuses before a route sees it (bad lines, headers too large) is answered as a problem too. */
final class JettyErrors extends ErrorHandler {
    private static final HttpField CLOSE = new HttpField(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ConnectionMetaData connection = request.getConnectionMetaData();
        int status = response.getStatus();
        String correlationId = UUID.randomUUID().toString();
        Object detail = request.getAttribute(RequestGate.DETAIL);
        Reply reply = ProblemReplies.of(
                detail == null ? ProblemReplies.ofStatus(status) : ProblemReplies.ofStatus(status, detail.toString()),
                correlationId);
        response.setStatus(reply.status());
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, reply.contentType());
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(Call.CORRELATION_ID, correlationId);
        if (!connection.isPersistent()) {
            headers.put(CLOSE);
        }
        boolean head = HttpMethod.HEAD.is(request.getMethod());
        if (!head) {
            headers.put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        }
        response.write(true, ByteBuffer.wrap(head ? new byte[0] : reply.body()), callback);
        return true;
    }
}
