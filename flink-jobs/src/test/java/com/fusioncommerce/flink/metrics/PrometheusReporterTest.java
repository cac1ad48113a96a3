package com.fusioncommerce.flink.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MeterView;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrometheusReporterTest {
    private PrometheusReporter reporter;

    @BeforeEach
    void open() {
        Properties properties = new Properties();
        properties.setProperty(PrometheusReporterFactory.HOST, "127.0.0.1");
        properties.setProperty(PrometheusReporterFactory.PORT, "0");
        reporter = (PrometheusReporter) new PrometheusReporterFactory().createMetricReporter(properties);
        reporter.open(new MetricConfig());
    }

    @AfterEach
    void close() {
        reporter.close();
    }

    @Test
    void metrics_are_served_with_their_labels_while_they_exist() throws Exception {
        SimpleCounter counter = new SimpleCounter();
        counter.inc(3);
        TestGroup group = new TestGroup("taskmanager.job", Map.of("<job_name>", "fraud \"scoring\""));
        reporter.notifyOfAddedMetric(counter, "numRecordsOut", group);

        assertThat(scrape())
                .contains("# TYPE flink_taskmanager_job_numRecordsOut gauge\n")
                .contains("flink_taskmanager_job_numRecordsOut{job_name=\"fraud \\\"scoring\\\"\"} 3.0\n");

        reporter.notifyOfRemovedMetric(counter, "numRecordsOut", group);
        assertThat(scrape()).isEmpty();
    }

    @Test
    void every_kind_of_metric_has_its_form() throws Exception {
        TestGroup group = new TestGroup("jobmanager", Map.of());
        DescriptiveStatisticsHistogram histogram = new DescriptiveStatisticsHistogram(10);
        histogram.update(4);
        reporter.notifyOfAddedMetric(histogram, "latency", group);
        reporter.notifyOfAddedMetric((Gauge<Integer>) () -> 7, "slots", group);
        reporter.notifyOfAddedMetric((Gauge<Boolean>) () -> true, "up", group);
        reporter.notifyOfAddedMetric((Gauge<String>) () -> "text", "version", group);
        reporter.notifyOfAddedMetric(new MeterView(new SimpleCounter()), "rate", group);

        assertThat(scrape())
                .contains("# TYPE flink_jobmanager_latency summary")
                .contains("flink_jobmanager_latency{quantile=\"0.5\"} 4.0")
                .contains("flink_jobmanager_latency_count 1.0")
                .contains("flink_jobmanager_slots 7.0")
                .contains("flink_jobmanager_up 1.0")
                .contains("flink_jobmanager_rate 0.0")
                .doesNotContain("version");
    }

    @Test
    void a_port_in_use_is_named() {
        PrometheusReporter second = new PrometheusReporter("127.0.0.1", reporter.port());

        assertThatThrownBy(() -> second.open(new MetricConfig()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("127.0.0.1:" + reporter.port());
    }

    private String scrape() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + reporter.port() + "/metrics");
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
