package com.fusioncommerce.platform.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * The IPv4 loopback address, on which the parts listen. The address is numeric, since a host name may resolve to IPv6.
 */
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
