package com.fusioncommerce.api.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request with a completely received body: reading it does not block. */
final class WholeBody extends Request.Wrapper {
    private final int size;
    private Content.Chunk next;

    WholeBody(Request request, ByteBuffer body) {
        super(request);
        this.size = body.remaining();
        this.next = Content.Chunk.from(body, true);
    }

    /** Bytes of memory that a request's body holds. */
    static int sizeOf(Request request) {
        WholeBody body = Request.as(request, WholeBody.class);
        return body == null ? 0 : body.size;
    }

    @Override
    public Content.Chunk read() {
        Content.Chunk chunk = next;
        next = Content.Chunk.EOF;
        return chunk;
    }

    @Override
    public void demand(Runnable onContent) {
        onContent.run();
    }

    @Override
    public boolean consumeAvailable() {
        next = Content.Chunk.EOF;
        return true;
    }
}
