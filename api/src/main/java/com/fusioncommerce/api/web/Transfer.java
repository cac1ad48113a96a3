package com.fusioncommerce.api.web;

import org.eclipse.jetty.server.Request;

/** A body or an answer that is under way for longer than it takes to look at it once. */
abstract class Transfer {
    private final Request request;
    private final long startedAt;
    private String client;
    private boolean known;
    private long held;

    /**
     * A transfer.
     *
     * @param startedAt when it began, in {@link System#nanoTime} terms
     */
    Transfer(Request request, long startedAt) {
        this.request = request;
        this.startedAt = startedAt;
    }

    long startedAt() {
        return startedAt;
    }

    /** Whom its bytes count for, null for nobody in particular. For {@link Transfers} only, as what follows. */
    String client(ClientBounds bounds) {
        if (!known) {
            client = bounds.client(request.getConnectionMetaData().getRemoteSocketAddress());
            known = true;
        }
        return client;
    }

    /** Bytes of memory that it holds. */
    long held() {
        return held;
    }

    void hold(long bytes) {
        held = bytes;
    }

    /** How long after its start it is given up unless it has moved on by then, in nanoseconds. */
    abstract long allowedNs();

    /** Gives it up. */
    abstract void cutOff(String why);

    /** Closes the connection, whatever is under way there. */
    final void closeConnection(Throwable why) {
        request.getConnectionMetaData().getConnection().getEndPoint().close(why);
    }
}
