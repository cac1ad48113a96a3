package com.fusioncommerce.api.web;

import org.eclipse.jetty.server.Request;

/** A body or an answer whose transfer was not complete at once. */
abstract class Transfer {
    private final Request request;
    private final long startedAt;
    private String client;
    private boolean known;
    private long held;

    /**
     * Creates a transfer.
     *
     * @param startedAt time of the start, in {@link System#nanoTime} terms
     */
    Transfer(Request request, long startedAt) {
        this.request = request;
        this.startedAt = startedAt;
    }

    long startedAt() {
        return startedAt;
    }

    /**
     * The client to whom the bytes are charged, null for none. Only {@link Transfers} calls this and the methods below.
     */
    String client(ClientBounds bounds) {
        if (!known) {
            client = bounds.client(request.getConnectionMetaData().getRemoteSocketAddress());
            known = true;
        }
        return client;
    }

    /** Bytes of memory that the transfer holds. */
    long held() {
        return held;
    }

    void hold(long bytes) {
        held = bytes;
    }

    /** Time after the start, in nanoseconds, at which the transfer is cut off unless it has progressed. */
    abstract long allowedNs();

    /** Cuts the transfer off. */
    abstract void cutOff(String why);

    /** Closes the connection with all its requests. */
    final void closeConnection(Throwable why) {
        request.getConnectionMetaData().getConnection().getEndPoint().close(why);
    }
}
