package com.fusioncommerce.api;

import com.fusioncommerce.api.commands.CommandGateway;
import com.fusioncommerce.api.events.EventHub;
import com.fusioncommerce.api.queries.Reads;
import com.fusioncommerce.streams.CommerceApplication;
import com.fusioncommerce.streams.query.Queries;
import com.fusioncommerce.streams.query.UnavailableException;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/** Metrics of the process in Prometheus's text format. */
final class Metrics implements AutoCloseable {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final List<String> KAFKA_SHOWN = List.of(
            "kafka.stream.thread.",
            "kafka.stream.task.dropped",
            "kafka.consumer.fetch.manager.records.lag.max",
            "kafka.consumer.fetch.manager.records.consumed.rate",
            "kafka.consumer.coordinator.rebalance",
            "kafka.producer.record.send.rate",
            "kafka.producer.record.error.rate",
            "kafka.producer.request.latency.avg");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final CommerceMeters commerce;
    private KafkaStreamsMetrics streams;

    /** Creates the process's metrics; {@link #bind} adds those of the API's parts. */
    Metrics() {
        registry.config().meterFilter(MeterFilter.deny(meter -> isDetail(meter.getName())));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        gc.bindTo(registry);
        commerce = new CommerceMeters(registry);
    }

    void bind(CommerceApplication application, CommandGateway gateway, EventHub hub, Reads reads) {
        streams = new KafkaStreamsMetrics(application.streams());
        streams.bindTo(registry);
        Gauge.builder("commands.under.way", gateway, CommandGateway::underWay)
                .description("Commands sent whose outcome has not come back")
                .register(registry);
        FunctionCounter.builder("queries.forwarded", reads, Reads::forwarded)
                .description("Reads passed on to the instance that has the state")
                .register(registry);
        Gauge.builder("state.lag", application.queries(), Metrics::lag)
                .description("Records that the copy of state on this instance that is farthest behind lacks")
                .register(registry);
        Gauge.builder("state.copies", application.queries(), Queries::copies)
                .description("Instances that have a copy of the state that fewest have")
                .register(registry);
        Gauge.builder("event.streams", hub, EventHub::subscribers)
                .description("Event streams open")
                .register(registry);
    }

    private static double lag(Queries queries) {
        try {
            return queries.lag();
        } catch (UnavailableException e) {
            return Double.NaN;
        }
    }

    /**
     * Whether a meter is filtered out: Kafka has meters per store and node of every task, thousands without a reader.
     */
    private static boolean isDetail(String name) {
        return name.startsWith("kafka.") && KAFKA_SHOWN.stream().noneMatch(name::startsWith);
    }

    /** The counters of the domains' decisions. */
    CommerceMeters commerce() {
        return commerce;
    }

    MeterRegistry registry() {
        return registry;
    }

    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        gc.close();
        if (streams != null) {
            streams.close();
        }
        registry.close();
    }
}
