package com.fusioncommerce.platform.config;

/**
 * Number of processes per kind of part.
 *
 * @param brokers Kafka brokers: 1, or 3 with replication factor 3
 * @param nodes instances of the API with the commerce application, 1 to {@value #MOST_NODES}
 * @param flink how Flink runs
 */
public record Shape(int brokers, int nodes, FlinkMode flink) {
    /** One process of each kind: the shape for a laptop. */
    public static final Shape SINGLE = new Shape(1, 1, FlinkMode.PROCESS);

    /** The largest number of API nodes: each has its own port. */
    public static final int MOST_NODES = 4;

    /** Number of task managers of a Flink cluster. */
    public static final int TASK_MANAGERS = 2;

    private static final int REPLICATED = 3;

    /** Checks the ranges of the numbers. */
    public Shape {
        if (brokers != 1 && brokers != REPLICATED) {
            throw new IllegalArgumentException("brokers must be 1 or " + REPLICATED + ", not " + brokers
                    + ": two have no majority when one is gone");
        }
        if (nodes < 1 || nodes > MOST_NODES) {
            throw new IllegalArgumentException("nodes must be 1 to " + MOST_NODES + ", not " + nodes);
        }
    }

    /** A copy with another number of brokers. */
    public Shape withBrokers(int number) {
        return new Shape(number, nodes, flink);
    }

    /** A copy with another number of API nodes. */
    public Shape withNodes(int number) {
        return new Shape(brokers, number, flink);
    }

    /** A copy with another mode of Flink. */
    public Shape withFlink(FlinkMode mode) {
        return new Shape(brokers, nodes, mode);
    }

    /** Replication factor of Kafka topics. */
    public int replicas() {
        return brokers;
    }

    /** {@code min.insync.replicas}: replicas that a record needs to be acknowledged. */
    public int replicasInSync() {
        return brokers == 1 ? 1 : brokers - 1;
    }
}
