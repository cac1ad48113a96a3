package com.fusioncommerce.api;

import com.fusioncommerce.api.commands.CommandGateway;
import com.fusioncommerce.api.events.EventHub;
import com.fusioncommerce.api.queries.Reads;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.kafka.streams.KafkaStreams;

/** The process in numbers, in Prometheus's form. */
final class Metrics implements AutoCloseable {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final KafkaStreamsMetrics streams;

    Metrics(KafkaStreams application, CommandGateway gateway, EventHub hub, Reads reads) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        gc.bindTo(registry);
        streams = new KafkaStreamsMetrics(application);
        streams.bindTo(registry);
        Gauge.builder("commands.under.way", gateway, CommandGateway::underWay)
                .description("Commands sent whose outcome has not come back")
                .register(registry);
        FunctionCounter.builder("queries.forwarded", reads, Reads::forwarded)
                .description("Reads passed on to the instance that has the state")
                .register(registry);
        Gauge.builder("event.streams", hub, EventHub::subscribers)
                .description("Event streams open")
                .register(registry);
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
        streams.close();
        registry.close();
    }
}
