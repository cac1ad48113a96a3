package com.fusioncommerce.flink.metrics;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Creates the reporter; Flink finds this class by its name. */
public final class PrometheusReporterFactory implements MetricReporterFactory {
    /** Option: the address to listen on. */
    public static final String HOST = "host";

    /** Option: the port to listen on, 0 for any that is free. */
    public static final String PORT = "port";

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        return new PrometheusReporter(properties.getProperty(HOST), Integer.parseInt(properties.getProperty(PORT)));
    }
}
