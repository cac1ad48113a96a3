package com.fusioncommerce.trials.bench.failover;

import com.fusioncommerce.trials.bench.BenchRun;
import com.fusioncommerce.trials.bench.report.Table;

/** Renders outages as table rows. */
final class Outages {
    private Outages() {}

    static Table table(BenchRun run, String title) {
        return run.table(
                title,
                "what",
                "request",
                "sent",
                "failed",
                "failing for ms",
                "longest gap ms",
                "p50 ms",
                "p99 ms",
                "max ms",
                "failures");
    }

    static void add(Table table, String what, Outage outage) {
        outage.kinds().forEach((kind, noticed) -> {
            if (noticed.sent() > 0) {
                table.row(
                        what,
                        kind.label(),
                        noticed.sent(),
                        noticed.failed(),
                        noticed.failedFor(),
                        noticed.longestGapMs(),
                        noticed.p50Ms(),
                        noticed.p99Ms(),
                        noticed.maxMs(),
                        Outage.shortly(noticed.failures()));
            }
        });
    }
}
