package com.fusioncommerce.platform.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every port that the local platform listens on. */
public enum Port {
    /** Kafka clients. */
    KAFKA(19092),
    /** Kafka's own quorum. */
    KAFKA_CONTROLLER(19093),
    /** The schema registry. */
    REGISTRY(19081),
    /** ZooKeeper, for Druid. */
    ZOOKEEPER(19181),
    /** Druid's coordinator and overlord. */
    DRUID_COORDINATOR(18881),
    /** Druid's broker. */
    DRUID_BROKER(18882),
    /** Druid's historical. */
    DRUID_HISTORICAL(18883),
    /** Druid's indexer. */
    DRUID_INDEXER(18891),
    /** Druid's router: queries, tasks and the console. */
    DRUID_ROUTER(18888),
    /** Druid's metadata. */
    DRUID_METADATA(19527),
    /** The API and its dashboards. */
    API(18080),
    /** Flink's web UI. */
    FLINK(18081),
    /** Flink's metrics, for Prometheus. */
    FLINK_METRICS(18082);

    private final int standard;

    Port(int standard) {
        this.standard = standard;
    }

    /** The port used where none is chosen. */
    public int standard() {
        return standard;
    }

    /** Its name on the command line, such as {@code druid-router}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The port with this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists all
     */
    public static Port named(String label) {
        return Arrays.stream(values())
                .filter(port -> port.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no port is named '" + label + "'; there are " + labels()));
    }

    /** All names, separated by commas. */
    public static String labels() {
        return Arrays.stream(values()).map(Port::label).collect(Collectors.joining(", "));
    }
}
