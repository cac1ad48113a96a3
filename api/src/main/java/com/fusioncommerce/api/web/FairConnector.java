package com.fusioncommerce.api.web;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Listens, and closes at once what an address opens beyond its share of connections. */
final class FairConnector extends ServerConnector {
    private final ClientBounds bounds;
    private final ConcurrentMap<EndPoint, String> clients = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> connections = new ConcurrentHashMap<>();

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

    @Override
    protected void onEndPointClosed(EndPoint connection) {
        String client = clients.remove(connection);
        if (client != null) {
            connections.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
        }
        super.onEndPointClosed(connection);
    }
}
