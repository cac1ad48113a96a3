package com.fusioncommerce.platform.config;

/**
 * How many processes do the same work.
 *
 * @param brokers Kafka brokers: 1, or 3 with every record on all of them
 * @param nodes instances of the API with the commerce application, 1 to {@value #MOST_NODES}
 * @param flink how Flink runs
 */
public record Shape(int brokers, int nodes, FlinkMode flink) {
    /** One of each: what a laptop runs. */
    public static final Shape SINGLE = new Shape(1, 1, FlinkMode.PROCESS);

    /** Instances of the API at most: each has a port of its own. */
    public static final int MOST_NODES = 4;

    /** Task managers of a Flink cluster. */
    public static final int TASK_MANAGERS = 2;

    private static final int REPLICATED = 3;

    /** Checks the ranges. */
    public Shape {
        if (brokers != 1 && brokers != REPLICATED) {
            throw new IllegalArgumentException("brokers must be 1 or " + REPLICATED + ", not " + brokers
                    + ": two have no majority when one is gone");
        }
        if (nodes < 1 || nodes > MOST_NODES) {
            throw new IllegalArgumentException("nodes must be 1 to " + MOST_NODES + ", not " + nodes);
        }
    }

    /** The same with so many brokers. */
    public Shape withBrokers(int number) {
        return new Shape(number, nodes, flink);
    }

    /** The same with so many API nodes. */
    public Shape withNodes(int number) {
        return new Shape(brokers, number, flink);
    }

    /** The same with Flink run in another way. */
    public Shape withFlink(FlinkMode mode) {
        return new Shape(brokers, nodes, mode);
    }

    /** Copies of each record of Kafka. */
    public int replicas() {
        return brokers;
    }

    /** Copies that must have a record before it counts as written. */
    public int replicasInSync() {
        return brokers == 1 ? 1 : brokers - 1;
    }
}
