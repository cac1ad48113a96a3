package com.fusioncommerce.streams.query;

/**
 * Address at which other instances reach an instance.
 *
 * @param host name or address
 * @param port of its HTTP server
 */
public record HostAddress(String host, int port) {
    /**
     * Reads {@code host:port}.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static HostAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon <= 0 || !text.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException("not host:port: " + text);
        }
        return new HostAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
