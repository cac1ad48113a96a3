package com.fusioncommerce.flink.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;

/** Renders metrics in Prometheus' text format: samples of one name are grouped under one TYPE line. */
final class PrometheusText {
    private static final List<Double> QUANTILES = List.of(0.5, 0.95, 0.99);

    private final Map<String, StringBuilder> byName = new TreeMap<>();

    private PrometheusText() {}

    static String of(Map<Metric, MetricName> metrics) {
        PrometheusText text = new PrometheusText();
        metrics.forEach(text::add);
        return String.join("", text.byName.values());
    }

    private void add(Metric metric, MetricName name) {
        if (metric instanceof Counter counter) {
            sample("gauge", name, "", "", (double) counter.getCount());
        } else if (metric instanceof Meter meter) {
            sample("gauge", name, "", "", meter.getRate());
        } else if (metric instanceof Gauge<?> gauge) {
            addGauge(name, gauge.getValue());
        } else if (metric instanceof Histogram histogram) {
            HistogramStatistics statistics = histogram.getStatistics();
            for (double quantile : QUANTILES) {
                sample("summary", name, "", "quantile=\"" + quantile + "\"", statistics.getQuantile(quantile));
            }
            sample("summary", name, "_count", "", (double) histogram.getCount());
        }
    }

    private void addGauge(MetricName name, Object value) {
        if (value instanceof Number number) {
            sample("gauge", name, "", "", number.doubleValue());
        } else if (value instanceof Boolean flag) {
            sample("gauge", name, "", "", flag ? 1 : 0);
        }
    }

    private void sample(String type, MetricName name, String suffix, String label, double value) {
        String labels = name.labels() + (name.labels().isEmpty() || label.isEmpty() ? "" : ",") + label;
        byName.computeIfAbsent(name.name(), key -> new StringBuilder("# TYPE " + name.name() + " " + type + "\n"))
                .append(name.name())
                .append(suffix)
                .append(labels.isEmpty() ? "" : "{" + labels + "}")
                .append(' ')
                .append(value)
                .append('\n');
    }
}
