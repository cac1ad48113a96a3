package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.models.scoring.LiveModel;
import com.fusioncommerce.models.scoring.Model;
import com.fusioncommerce.models.scoring.Score;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.logs.Trail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Scores orders in small batches. A batch is scored when it is full or its first order has waited long enough; also
 * before every checkpoint, so that the batch is never state, before every watermark, and at the end of the input.
 */
final class ScoringOperator extends AbstractStreamOperator<ScoredOrder>
        implements OneInputStreamOperator<ScorableOrder, ScoredOrder>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final ModelFactory models;
    private final int batchSize;
    private final long longestWaitMillis;
    private transient LiveModel live;
    private transient List<ScorableOrder> batch;
    private transient ScheduledFuture<?> timer;

    ScoringOperator(ModelFactory models, int batchSize, Duration longestWait) {
        this.models = models;
        this.batchSize = batchSize;
        this.longestWaitMillis = longestWait.toMillis();
    }

    @Override
    public void open() throws Exception {
        super.open();
        live = models.load();
        LiveModelMetrics.register(getMetricGroup(), live);
        batch = new ArrayList<>(batchSize);
    }

    @Override
    public void processElement(StreamRecord<ScorableOrder> element) {
        batch.add(element.getValue());
        if (batch.size() >= batchSize) {
            flush();
        } else if (timer == null) {
            timer = getProcessingTimeService().registerTimer(now() + longestWaitMillis, time -> {
                timer = null;
                flush();
            });
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        flush();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) {
        flush();
    }

    @Override
    public void endInput() {
        flush();
    }

    @Override
    public void close() throws Exception {
        if (live != null) {
            live.close();
        }
        super.close();
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        float[][] rows = batch.stream().map(ScorableOrder::features).toArray(float[][]::new);
        Model model = live.model();
        List<Score> scores = model.score(rows);
        long at = now();
        for (int i = 0; i < rows.length; i++) {
            ScoredOrder scored = ScoredOrders.of(batch.get(i), scores.get(i), model.signature(), at);
            output.collect(new StreamRecord<>(scored));
            trail(scored);
        }
        batch.clear();
    }

    private static void trail(ScoredOrder scored) {
        if (Trail.isOn()) {
            Trail.step(
                    Keys.tenant(scored.key()),
                    scored.headers().getOrDefault(MessageHeaders.CORRELATION_ID, ""),
                    "scored {}: {} by {} {}",
                    scored.event().getOrderId(),
                    scored.event().getScore(),
                    scored.event().getModel(),
                    scored.event().getModelVersion());
        }
    }

    private long now() {
        return getProcessingTimeService().getCurrentProcessingTime();
    }
}
