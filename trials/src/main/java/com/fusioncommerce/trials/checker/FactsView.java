package com.fusioncommerce.trials.checker;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads the fact rows of analytics and compares them with orders' events. Rows appear a checkpoint after their events,
 * so they are read until they agree or patience ends.
 */
final class FactsView {
    private static final String ORDERS = "analytics.order-facts";
    private static final String LINES = "analytics.line-facts";
    private static final long BETWEEN_LOOKS = TimeUnit.SECONDS.toNanos(1);

    private final CheckSettings settings;
    private final Moment moment;

    FactsView(CheckSettings settings, Moment moment) {
        this.settings = settings;
        this.moment = moment;
    }

    Verdict.Finding agreesWith(OrderBook orders) {
        long until = System.nanoTime() + settings.patience().toNanos();
        Verdict.Finding finding = read().oneRowEach(orders, moment);
        while (!finding.gaps().isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            finding = read().oneRowEach(orders, moment);
        }
        return finding;
    }

    private FactBook read() {
        FactBook facts = new FactBook();
        WriterSchemas schemas = new WriterSchemas(settings.registryUrl());
        try (LogReader log = new LogReader(settings.kafka(), schemas, settings.tenant(), List.of(ORDERS, LINES))) {
            log.read(ORDERS, facts::order, facts::unreadable);
            log.read(LINES, facts::line, facts::unreadable);
        }
        return facts;
    }
}
