package com.fusioncommerce.schemas.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback address that nobody listens on. They are below the range of ephemeral ports, so that no
 * outgoing connection takes one in between.
 */
public final class FreePorts {
    private static final int LOWEST = 10_240;
    private static final int HIGHEST = 32_767;

    private FreePorts() {}

    /** One free port. */
    public static int take() {
        return take(1).get(0);
    }

    /** The given number of different free ports. */
    public static List<Integer> take(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            while (sockets.size() < count) {
                int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
                ServerSocket socket = bound(port);
                if (socket != null) {
                    sockets.add(socket);
                }
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            sockets.forEach(FreePorts::release);
        }
    }

    private static ServerSocket bound(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (BindException taken) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
