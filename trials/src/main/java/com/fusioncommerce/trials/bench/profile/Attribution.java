package com.fusioncommerce.trials.bench.profile;

import com.fusioncommerce.trials.bench.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Processor time of a process by parts.
 *
 * @param shares parts with more than none of it, the largest share first
 */
public record Attribution(List<Share> shares) {
    private static final String REST = "the rest";

    /** Rules in order: a stack belongs to the first rule whose mark it contains. */
    private static final List<Rule> RULES = List.of(
            Rule.of("compiling Java (JIT)", "CompilerThre"),
            Rule.of("collecting garbage", "VM Thread", "GC Thread", "GenCollect"),
            Rule.of("RocksDB: reading", "org/rocksdb/RocksDB.get", "org/rocksdb/RocksIterator", "RocksDB.newIterator"),
            Rule.of("RocksDB: writing", "org/rocksdb/RocksDB.put", "org/rocksdb/RocksDB.write"),
            Rule.of("RocksDB: flushing and compacting", "rocksdb:", "BackgroundCall"),
            Rule.of("producer: to the broker", "kafka-producer-network-thread"),
            Rule.of("producer: changelog records", "ProcessorContextImpl.logChange"),
            Rule.of("producer: events and outcomes", "RecordCollectorImpl.send", "CommandGateway.dispatch"),
            Rule.of("committing", "TaskManager.commit", "StreamThread.maybeCommit"),
            Rule.of("consumer: from the broker", "KafkaConsumer.poll", "kafka-coordinator-heartbeat"),
            Rule.of("Avro", "com/fusioncommerce/schemas/Avro", "org/apache/avro/"),
            Rule.of(
                    "deciding and evolving",
                    "com/fusioncommerce/streams/orders/",
                    "com/fusioncommerce/streams/inventory/",
                    "com/fusioncommerce/streams/catalog/"),
            Rule.of("broker: transactions", "TransactionCoordinator", "TxnMarker", "AddPartitionsToTxn"),
            Rule.of("broker: appending", "ReplicaManager.append", "handleProduceRequest"),
            Rule.of("broker: fetching", "handleFetchRequest", "ReplicaManager.fetch"),
            Rule.of("broker: connections", "kafka-network-thread"),
            Rule.of("broker: groups and offsets", "group-coordinator"),
            Rule.of("API: who calls", "web/Authenticator", "auth/TokenVerifier"),
            Rule.of("API: where the state is, and the state", "api/queries/", "streams/query/"),
            Rule.of("API: writing the answer", "web/RouteHandler.answer", "web/RouteHandler.write"),
            Rule.of("kernel: cascades, headers, stores", "com/fusioncommerce/streams/"),
            Rule.of("API: the rest of it", "com/fusioncommerce/api/"),
            Rule.of("HTTP server", "org/eclipse/jetty/", "io/javalin/"),
            Rule.of("Kafka Streams: tasks, queues, metrics", "org/apache/kafka/streams/"),
            Rule.of("Kafka: the rest of it", "org/apache/kafka/", "kafka/"));

    /**
     * Share of a part.
     *
     * @param part the part
     * @param of share of the process's time, 0 to 1
     */
    public record Share(String part, double of) {}

    private record Rule(String part, List<String> marks) {
        static Rule of(String part, String... marks) {
            return new Rule(part, Arrays.asList(marks));
        }

        boolean fits(String stack) {
            return marks.stream().anyMatch(stack::contains);
        }
    }

    /**
     * Adds a row for each part.
     *
     * @param whose value of the first column
     * @param micros processor time of all parts, microseconds
     */
    public void addTo(Table table, String whose, double micros) {
        for (Share share : shares) {
            table.row(whose, share.part(), share.of() * micros, share.of());
        }
    }

    /**
     * Attributes stacks to parts.
     *
     * @param collapsed lines of frames separated by ;, the thread first, then a space and the number of samples
     */
    static Attribution of(List<String> collapsed) {
        Map<String, Long> seen = new HashMap<>();
        long all = 0;
        for (String line : collapsed) {
            int end = line.lastIndexOf(' ');
            long times = Long.parseLong(line.substring(end + 1));
            String stack = line.substring(0, end);
            String part = RULES.stream()
                    .filter(rule -> rule.fits(stack))
                    .findFirst()
                    .map(Rule::part)
                    .orElse(REST);
            seen.merge(part, times, Long::sum);
            all += times;
        }
        List<Share> shares = new ArrayList<>();
        for (Map.Entry<String, Long> one : seen.entrySet()) {
            shares.add(new Share(one.getKey(), (double) one.getValue() / all));
        }
        shares.sort(Comparator.comparingDouble(Share::of).reversed());
        return new Attribution(List.copyOf(shares));
    }
}
