package com.fusioncommerce.platform.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** The loopback address, on which the parts listen; numeric, since a name may resolve to another protocol family. */
public final class Loopback {
    /** The address as text. */
    public static final String TEXT = "127.0.0.1";

    private static final byte[] BYTES = {127, 0, 0, 1};

    private Loopback() {}

    /** The socket address of a port. */
    public static InetSocketAddress address(int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByAddress(BYTES), port);
    }
}
