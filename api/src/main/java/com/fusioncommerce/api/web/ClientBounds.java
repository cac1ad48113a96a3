package com.fusioncommerce.api.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * Bounds of clients' resources, per address and in total.
 *
 * @param connectionsOfAddress maximum open connections per address
 * @param proxies addresses of proxies, which stand for many clients: only the total bounds apply to them
 * @param bytes maximum bytes of incoming bodies and of answers that clients have not read
 * @param bytesOfAddress maximum of these bytes per address
 * @param grace time that a body or an answer may take at any size
 * @param leastRate minimum average bytes per second of a body or an answer beyond the grace
 */
public record ClientBounds(
        int connectionsOfAddress, Set<String> proxies, long bytes, long bytesOfAddress, Duration grace, int leastRate) {
    /** The default bounds. */
    public static final ClientBounds USUAL = new ClientBounds(
            1_000, Set.of("127.0.0.1", "0:0:0:0:0:0:0:1"), 48 << 20, 16 << 20, Duration.ofSeconds(10), 16_384);

    private static final int IPV6_NETWORK = 8;

    /** Copies the addresses. */
    public ClientBounds {
        proxies = Set.copyOf(proxies);
    }

    /**
     * The client of a connection, null for a proxy. An IPv6 client owns a whole /64 network, so the network counts as
     * the client.
     */
    String client(SocketAddress remote) {
        if (!(remote instanceof InetSocketAddress inet) || inet.getAddress() == null) {
            return null;
        }
        InetAddress address = inet.getAddress();
        if (proxies.contains(address.getHostAddress())) {
            return null;
        }
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), IPV6_NETWORK))
                : address.getHostAddress();
    }

    /** Maximum duration of a transfer of so many bytes, in nanoseconds. */
    long nanosFor(long size) {
        return grace.toNanos() + Duration.ofSeconds(1).toNanos() / leastRate * size;
    }
}
