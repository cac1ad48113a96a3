package com.fusioncommerce.druid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The platform's data sources: their specs lie among the resources under {@code specs/}. */
public final class SupervisorSpecs {
    /** What happened to orders, by minute. */
    public static final String ORDERS = "orders";

    /** Lines of created orders, by minute. */
    public static final String ORDER_LINES = "order_lines";

    /** Fraud scores, by minute. */
    public static final String ORDER_SCORES = "order_scores";

    private SupervisorSpecs() {}

    /** The names of all data sources. */
    public static List<String> dataSources() {
        return List.of(ORDERS, ORDER_LINES, ORDER_SCORES);
    }

    /** All specs, with the addresses filled in. */
    public static List<SupervisorSpec> all(IngestionConfig config) {
        return dataSources().stream().map(name -> of(name, config)).toList();
    }

    private static SupervisorSpec of(String dataSource, IngestionConfig config) {
        ObjectNode spec = load(dataSource);
        ObjectNode io = (ObjectNode) spec.at("/spec/ioConfig");
        ObjectNode consumer = (ObjectNode) io.get("consumerProperties");
        config.consumerProperties().forEach(consumer::putPOJO);
        consumer.put("bootstrap.servers", config.bootstrapServers());
        ObjectNode format = (ObjectNode) io.at("/inputFormat/valueFormat");
        ArrayNode urls = format.putArray("schemaRegistryUrls");
        config.registryUrls().forEach(urls::add);
        if (!config.registryUserInfoVariable().isEmpty()) {
            format.put("userInfoVariable", config.registryUserInfoVariable());
        }
        return new SupervisorSpec(dataSource, spec);
    }

    /** The spec as it lies among the resources. */
    static ObjectNode load(String dataSource) {
        try {
            return (ObjectNode) DruidHttp.JSON.readTree(Resources.text("specs/" + dataSource + ".json"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the spec of " + dataSource + " is no JSON", e);
        }
    }
}
