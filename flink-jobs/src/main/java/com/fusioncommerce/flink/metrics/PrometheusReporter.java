package com.fusioncommerce.flink.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/**
 * Serves all of Flink's metrics at {@code /metrics} in Prometheus' text format, under the names of Flink's own
 * reporter. Flink's own takes a port and no address, so it listens on every interface.
 */
final class PrometheusReporter implements MetricReporter {
    private final String host;
    private final int requestedPort;
    private final Map<Metric, MetricName> names = new ConcurrentHashMap<>();
    private HttpServer server;

    PrometheusReporter(String host, int port) {
        this.host = host;
        this.requestedPort = port;
    }

    @Override
    public void open(MetricConfig config) {
        try {
            server = HttpServer.create(new InetSocketAddress(host, requestedPort), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot serve metrics on " + host + ":" + requestedPort, e);
        }
        server.createContext("/metrics", this::answer);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        String scope = LogicalScopeProvider.castFrom(group).getLogicalScope(MetricName::clean, '_');
        names.put(metric, MetricName.of(scope + "_" + name, group.getAllVariables()));
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        names.remove(metric);
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = PrometheusText.of(names).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
