package com.fusioncommerce.api.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Detects that a client has closed its connection while it waits for an answer. Jetty does not read from a connection
 * while it handles a request, so a separate selector checks: readable without available bytes means end of stream. A
 * check takes some microseconds. Safe for threads.
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

    /** Whether the client has closed its connection. */
    static boolean of(SocketChannel channel) {
        return SHARED.hasLeft(channel);
    }

    private synchronized boolean hasLeft(SocketChannel channel) {
        SelectionKey key = null;
        try {
            key = channel.register(selector, SelectionKey.OP_READ);
            return selector.selectNow() > 0 && channel.socket().getInputStream().available() == 0;
        } catch (IOException | RuntimeException e) {
            // The channel is closed or closing: no answer can reach the client.
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
