package com.fusioncommerce.trials.bench.slowclients;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A client that holds a connection as long as possible, and reconnects when it is closed. */
final class SlowClient {
    private static final int SMALL_WINDOW = 4 << 10;

    private final InetSocketAddress server;
    private final byte[] opening;
    private final byte[] more;
    private final boolean reads;
    private SocketChannel channel;
    private ByteBuffer toSend;
    private long lost;

    /**
     * Connects.
     *
     * @param opening bytes sent at once
     * @param more bytes sent on each {@link #goOn}
     * @param reads whether the client reads answers
     */
    SlowClient(InetSocketAddress server, byte[] opening, byte[] more, boolean reads) {
        this.server = server;
        this.opening = opening;
        this.more = more;
        this.reads = reads;
    }

    /** Sends more bytes, as far as the socket accepts them. */
    void goOn() {
        try {
            if (channel == null) {
                open();
            }
            if (!channel.finishConnect()) {
                return;
            }
            if (!toSend.hasRemaining()) {
                toSend = ByteBuffer.wrap(more);
            }
            channel.write(toSend);
            if (reads && channel.read(ByteBuffer.allocate(SMALL_WINDOW)) != 0) {
                throw new IOException("the server has answered, or closed the connection");
            }
        } catch (IOException e) {
            lost++;
            close();
        }
    }

    private void open() throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_WINDOW);
        toSend = ByteBuffer.wrap(opening);
        channel.connect(server);
    }

    boolean isConnected() {
        return channel != null && channel.isConnected();
    }

    /** Number of connections closed by the server. */
    long lost() {
        return lost;
    }

    void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                lost++;
            }
            channel = null;
        }
    }
}
