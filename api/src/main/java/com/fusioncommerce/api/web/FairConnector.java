package com.fusioncommerce.api.web;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Connector that closes connections beyond an address's share, and connections whose request head takes longer than the
 * grace.
 */
final class FairConnector extends ServerConnector {
    private final ClientBounds bounds;
    private final ConcurrentMap<EndPoint, String> clients = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> connections = new ConcurrentHashMap<>();
    private final Map<EndPoint, Head> heads = new HashMap<>();

    /** An incomplete request head: the request's number on the connection, and the time of its first observation. */
    private record Head(long request, long seenAt) {}

    FairConnector(Server server, HttpConnectionFactory http, ClientBounds bounds) {
        super(server, http);
        this.bounds = bounds;
    }

    @Override
    protected void onEndPointOpened(EndPoint connection) {
        super.onEndPointOpened(connection);
        String client = bounds.client(connection.getRemoteSocketAddress());
        if (client == null) {
            return;
        }
        clients.put(connection, client);
        if (connections.merge(client, 1, Integer::sum) > bounds.connectionsOfAddress()) {
            connection.close();
        }
    }

    /** Closes connections whose request head is incomplete for longer than the grace. Not safe for threads. */
    void look(long now) {
        Map<EndPoint, Head> before = Map.copyOf(heads);
        heads.clear();
        for (EndPoint endPoint : getConnectedEndPoints()) {
            if (endPoint.getConnection() instanceof HttpConnection http && isInHead(http)) {
                Head head = before.get(endPoint);
                if (head == null || head.request() != http.getMessagesIn()) {
                    heads.put(endPoint, new Head(http.getMessagesIn(), now));
                } else if (now - head.seenAt() > bounds.grace().toNanos()) {
                    endPoint.close(new TimeoutException("the head of a request did not come"));
                } else {
                    heads.put(endPoint, head);
                }
            }
        }
    }

    private static boolean isInHead(HttpConnection connection) {
        HttpParser parser = connection.getParser();
        return parser.inHeaderState() && !parser.isStart();
    }

    @Override
    protected void onEndPointClosed(EndPoint connection) {
        String client = clients.remove(connection);
        if (client != null) {
            connections.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
        }
        super.onEndPointClosed(connection);
    }
}
