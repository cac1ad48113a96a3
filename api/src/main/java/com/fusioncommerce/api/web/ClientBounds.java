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
 * What clients may hold, one address and all together.
 *
 * @param connectionsOfAddress most connections open at once from one address
 * @param proxies addresses of proxies, which stand for many clients: they have no share, only the bounds of all hold
 * @param bytes most bytes of bodies that are on their way in and of answers that clients have not taken
 * @param bytesOfAddress the most of them that one address holds
 * @param grace how long a body or an answer may be under way whatever its size
 * @param leastRate bytes a second that a body or an answer must move on average beyond that
 */
public record ClientBounds(
        int connectionsOfAddress, Set<String> proxies, long bytes, long bytesOfAddress, Duration grace, int leastRate) {
    /** Bounds that fit most: what a configuration says nothing of. */
    public static final ClientBounds USUAL = new ClientBounds(
            1_000, Set.of("127.0.0.1", "0:0:0:0:0:0:0:1"), 48 << 20, 16 << 20, Duration.ofSeconds(10), 16_384);

    private static final int IPV6_NETWORK = 8;

    /** Copies the addresses. */
    public ClientBounds {
        proxies = Set.copyOf(proxies);
    }

    /** Who a connection counts for, null for a proxy. An IPv6 client has a whole /64 network to itself, so that counts. */
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

    /** How long a transfer of so many bytes may take, in nanoseconds. */
    long nanosFor(long size) {
        return grace.toNanos() + Duration.ofSeconds(1).toNanos() / leastRate * size;
    }
}
