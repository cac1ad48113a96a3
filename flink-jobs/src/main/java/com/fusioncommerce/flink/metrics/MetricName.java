package com.fusioncommerce.flink.metrics;

import java.util.Map;
import java.util.TreeMap;

/**
 * A metric's name and labels, as Prometheus allows them.
 *
 * @param name the name
 * @param labels {@code name="value"} joined by commas
 */
record MetricName(String name, String labels) {
    static MetricName of(String name, Map<String, String> variables) {
        Map<String, String> labels = new TreeMap<>();
        variables.forEach((key, value) -> labels.put(clean(key.replace("<", "").replace(">", "")), escape(value)));
        StringBuilder text = new StringBuilder();
        labels.forEach((key, value) -> text.append(text.isEmpty() ? "" : ",")
                .append(key)
                .append("=\"")
                .append(value)
                .append('"'));
        return new MetricName("flink_" + clean(name), text.toString());
    }

    static String clean(String text) {
        return text.replaceAll("[^a-zA-Z0-9_]", "_");
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
