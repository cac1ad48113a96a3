package com.fusioncommerce.api.web;

import jakarta.servlet.ServletRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Writes answers without blocking a thread on slow clients. A route stores its body here; it is written at the end of
 * the request, asynchronously. A write that the connection does not take at once counts as a {@link Transfer} until it
 * completes or is cut off.
 */
final class AnswerWriter extends Handler.Wrapper {
    private final Transfers transfers;

    AnswerWriter(Transfers transfers) {
        this.transfers = transfers;
    }

    /** Stores the body of a request's answer, in place of an earlier one. */
    static void leave(ServletRequest request, Reply reply) {
        Response response =
                ServletContextRequest.getServletContextRequest(request).getServletContextResponse();
        Response.as(response, Answer.class).reply = reply;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Answer(request, response), callback);
    }

    private final class Answer extends Response.Wrapper {
        private volatile Reply reply;

        Answer(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (!last) {
                super.write(false, content, callback);
                return;
            }
            Reply left = reply;
            reply = null;
            boolean whole = left == null || left.body().length == 0;
            ByteBuffer bytes = whole ? content : ByteBuffer.wrap(left.body());
            if (!whole) {
                getHeaders().put(HttpHeader.CONTENT_LENGTH, left.body().length);
            }
            int size = bytes == null ? 0 : bytes.remaining();
            Writing writing = new Writing(getRequest(), callback, size);
            super.write(true, bytes, writing);
            writing.continuesWith(left != null && left.isShared() ? 0 : size);
        }
    }

    /** The write of an answer's last bytes. */
    private final class Writing extends Transfer implements Callback {
        private final Callback callback;
        private final int size;
        private volatile boolean counted;
        private volatile boolean done;

        Writing(Request request, Callback callback, int size) {
            super(request, System.nanoTime());
            this.callback = callback;
            this.size = size;
        }

        /** Registers the write as a transfer, unless it has completed by now. */
        void continuesWith(int bytes) {
            if (done) {
                return;
            }
            counted = true;
            transfers.hold(this, bytes);
            if (done) {
                transfers.end(this);
            }
        }

        private void end() {
            done = true;
            if (counted) {
                transfers.end(this);
            }
        }

        @Override
        public void succeeded() {
            end();
            callback.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            end();
            callback.failed(failure);
        }

        @Override
        public InvocationType getInvocationType() {
            return callback.getInvocationType();
        }

        @Override
        long allowedNs() {
            return transfers.bounds().nanosFor(size);
        }

        @Override
        void cutOff(String why) {
            closeConnection(new TimeoutException("the answer was not read: " + why));
        }
    }
}
