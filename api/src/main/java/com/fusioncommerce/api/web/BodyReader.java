package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemType;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads whole bodies before a request is handled, without blocking a thread on slow clients. A body that declares an
 * excessive length is refused unread.
 */
final class BodyReader extends Handler.Wrapper {
    private final int maxBody;
    private final Transfers transfers;

    BodyReader(int maxBody, Transfers transfers) {
        this.maxBody = maxBody;
        this.transfers = transfers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long length = request.getLength();
        if (length == 0 || (length < 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING))) {
            return super.handle(request, response, callback);
        }
        IncomingBody body = new IncomingBody(this, request, response, callback);
        if (length > maxBody) {
            body.refuseTooLarge();
        } else {
            body.run();
        }
        return true;
    }

    /** Passes on a request with its complete body. */
    void handOn(WholeBody request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }

    int maxBody() {
        return maxBody;
    }

    Transfers transfers() {
        return transfers;
    }

    Problem tooLarge() {
        return Problem.of(ProblemType.BODY_TOO_LARGE, "The body may have " + maxBody + " bytes at most.");
    }
}
