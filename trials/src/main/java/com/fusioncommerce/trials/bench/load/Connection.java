package com.fusioncommerce.trials.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A kept-alive connection with one request at a time. */
final class Connection {
    private final ResponseParser parser = new ResponseParser();
    private final Answer answer = new Answer(parser);
    private final SocketChannel channel;
    private final SelectionKey key;
    private ByteBuffer unsent;
    private long intendedAt;
    private long sentAt;

    private Connection(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    static Connection open(InetSocketAddress server, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return new Connection(channel, selector);
    }

    /**
     * Sends a request.
     *
     * @param intended intended send time, in nanoseconds of this JVM
     */
    void send(byte[] request, long intended, long now) throws IOException {
        intendedAt = intended;
        sentAt = now;
        answer.to(request);
        unsent = ByteBuffer.wrap(request);
        write();
    }

    /** Writes the rest of the request that the socket did not accept at once. */
    void write() throws IOException {
        channel.write(unsent);
        key.interestOps(unsent.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /**
     * Reads available bytes.
     *
     * @return the answer if it is complete, else null
     * @throws IOException if the connection was closed, or the bytes are no HTTP response
     */
    Answer read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new EOFException("closed by the server");
        }
        parser.feed(buffer.flip());
        try {
            return parser.isWhole() ? answer : null;
        } catch (IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Resets the connection for the next request. */
    void next() {
        parser.next();
    }

    long intendedAt() {
        return intendedAt;
    }

    long sentAt() {
        return sentAt;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
