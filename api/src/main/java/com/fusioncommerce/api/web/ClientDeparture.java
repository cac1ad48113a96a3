package com.fusioncommerce.api.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Tells whether a client has closed its connection while it was waiting for an answer. Jetty does not read from a
 * connection as long as a request on it is being answered, so it does not notice; a selector of our own sees that there is
 * something to read, and where that is no bytes, it is the end. Takes some microseconds. Safe for threads.
 */
final class ClientDeparture {
    private static final ClientDeparture SHARED = new ClientDeparture();

    private final Selector selector;

    private ClientDeparture() {
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the client has left. */
    static boolean of(SocketChannel channel) {
        return SHARED.hasLeft(channel);
    }

    private synchronized boolean hasLeft(SocketChannel channel) {
        SelectionKey key = null;
        try {
            key = channel.register(selector, SelectionKey.OP_READ);
            return selector.selectNow() > 0 && channel.socket().getInputStream().available() == 0;
        } catch (IOException | RuntimeException e) {
            // Closed, or being closed: no answer will reach it.
            return true;
        } finally {
            forget(key);
        }
    }

    private void forget(SelectionKey key) {
        if (key == null) {
            return;
        }
        key.cancel();
        try {
            selector.selectedKeys().clear();
            selector.selectNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
