package com.fusioncommerce.platform.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every port that the local platform listens on. */
public enum Port {
    /** Kafka clients. */
    KAFKA(19092),
    /** KRaft controller of the first broker. */
    KAFKA_CONTROLLER(19093),
    /** Clients of the second of three brokers. */
    KAFKA_2(19094),
    /** KRaft controller of the second broker. */
    KAFKA_CONTROLLER_2(19095),
    /** Clients of the third of three brokers. */
    KAFKA_3(19096),
    /** KRaft controller of the third broker. */
    KAFKA_CONTROLLER_3(19097),
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
    /** Druid's metadata database. */
    DRUID_METADATA(19527),
    /** The API and its dashboards. */
    API(18080),
    /** The second API node. */
    API_2(18083),
    /** The third API node. */
    API_3(18084),
    /** The fourth API node. */
    API_4(18085),
    /** Flink's web UI. */
    FLINK(18081),
    /** Flink's metrics, for Prometheus. */
    FLINK_METRICS(18082),
    /** RPC port of a Flink cluster's job manager, to which task managers connect. */
    FLINK_RPC(18086),
    /** The first task manager's metrics. */
    FLINK_TASKS_METRICS(18087),
    /** The second task manager's metrics. */
    FLINK_TASKS_METRICS_2(18088);

    private final int standard;

    Port(int standard) {
        this.standard = standard;
    }

    /** The default port number. */
    public int standard() {
        return standard;
    }

    /** This port for the n-th process of its kind, counted from 1: {@code API} and 2 is {@code API_2}. */
    public Port of(int number) {
        return number == 1 ? this : valueOf(name() + "_" + number);
    }

    /** The port's name on the command line, such as {@code druid-router}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The port with this name.
     *
     * @throws IllegalArgumentException if there is no such port; the message lists all
     */
    public static Port named(String label) {
        return Arrays.stream(values())
                .filter(port -> port.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no port is named '" + label + "'; there are " + labels()));
    }

    /** Names of all ports, separated by commas. */
    public static String labels() {
        return Arrays.stream(values()).map(Port::label).collect(Collectors.joining(", "));
    }
}
