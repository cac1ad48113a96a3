package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.models.scoring.FraudModel;
import com.fusioncommerce.models.scoring.LiveModel;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports which model scores, in the log and in gauges whose labels are the model's name and its versions: {@code live}
 * is always 1, {@code fallback} is 1 while another version scores than the pinned one.
 */
final class LiveModelMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(LiveModelMetrics.class);

    private LiveModelMetrics() {}

    static void register(MetricGroup metrics, LiveModel live) {
        MetricGroup labelled = metrics.addGroup("model", FraudModel.NAME)
                .addGroup("version", live.version())
                .addGroup("pinned", live.pinned());
        int fallback = live.refusal().isPresent() ? 1 : 0;
        labelled.gauge("live", (Gauge<Integer>) () -> 1);
        labelled.gauge("fallback", (Gauge<Integer>) () -> fallback);
        live.refusal()
                .ifPresentOrElse(
                        why -> LOG.error(
                                "fraud model {} scores, since the pinned version {} cannot be used: {}",
                                live.version(),
                                live.pinned(),
                                why),
                        () -> LOG.info("fraud model {} scores, as pinned", live.version()));
        live.notKept()
                .ifPresent(why -> LOG.warn("fraud model {} has no copy to fall back to: {}", live.version(), why));
    }
}
