package com.fusioncommerce.platform.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** The address that the parts listen on, by number: a name can mean another protocol family. */
public final class Loopback {
    /** As text. */
    public static final String TEXT = "127.0.0.1";

    private static final byte[] BYTES = {127, 0, 0, 1};

    private Loopback() {}

    /** A port of it. */
    public static InetSocketAddress address(int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByAddress(BYTES), port);
    }
}
