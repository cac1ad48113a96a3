package com.fusioncommerce.druid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fusioncommerce.schemas.resources.ClasspathFile;
import java.util.List;

/** The supervisor specs of the platform's data sources, from the resources under {@code specs/}. */
public final class SupervisorSpecs {
    /** Order events, by the minute in which the order was placed. */
    public static final String ORDER_FACTS = "order_facts";

    /** Order lines as placed and as finally settled, by the minute in which the order was placed. */
    public static final String LINE_FACTS = "line_facts";

    /** Fraud scores, by the minute in which the order was placed. */
    public static final String SCORE_FACTS = "score_facts";

    private SupervisorSpecs() {}

    /** The names of all data sources. */
    public static List<String> dataSources() {
        return List.of(ORDER_FACTS, LINE_FACTS, SCORE_FACTS);
    }

    /**
     * Data sources of earlier versions. Their rows have no net fields and other times; the current data sources hold
     * the same history, rebuilt from the events, so that no query may count both.
     */
    public static List<String> retired() {
        return List.of("orders", "order_lines", "order_scores");
    }

    /** All specs, with the addresses of the configuration. */
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

    /** The unmodified spec from the resources. */
    static ObjectNode load(String dataSource) {
        try {
            return (ObjectNode)
                    DruidHttp.JSON.readTree(ClasspathFile.text(SupervisorSpecs.class, "specs/" + dataSource + ".json"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the spec of " + dataSource + " is no JSON", e);
        }
    }
}
