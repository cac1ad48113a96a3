package com.fusioncommerce.api.web;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Connections that stay open after an unparseable URI. Jetty's parser would close the connection, sometimes before
 * earlier requests are answered. Here it accepts every URI, and {@link RequestGate} refuses the invalid ones in their
 * turn.
 */
final class OrderlyConnections extends HttpConnectionFactory {
    /** Replacement of a URI that Jetty cannot parse; the gate refuses every URI with a fragment. */
    static final String UNREADABLE = "/#";

    /**
     * Fragment of the replacement of a URI whose dot segments lead above the root. Clients cannot send a space in a
     * fragment.
     */
    static final String ABOVE_ROOT = " above";

    OrderlyConnections(HttpConfiguration http) {
        super(http);
        http.setUriCompliance(UriCompliance.UNSAFE);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        HttpConnection connection = new Orderly(getHttpConfiguration(), connector, endPoint);
        connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
        return configure(connection, connector, endPoint);
    }

    private static final class Orderly extends HttpConnection {
        Orderly(HttpConfiguration http, Connector connector, EndPoint endPoint) {
            super(http, connector, endPoint);
        }

        @Override
        protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
            try {
                return super.newHttpStream(method, uri, version);
            } catch (IllegalArgumentException e) {
                return super.newHttpStream(method, leavesRoot(uri) ? UNREADABLE + ABOVE_ROOT : UNREADABLE, version);
            }
        }

        private static boolean leavesRoot(String uri) {
            int depth = -1;
            for (String segment : uri.split("[?#]", 2)[0].split("/", -1)) {
                String plain = segment.replace("%2e", ".").replace("%2E", ".").split(";", 2)[0];
                depth += plain.equals("..") ? -1 : plain.equals(".") ? 0 : 1;
                if (depth < 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
