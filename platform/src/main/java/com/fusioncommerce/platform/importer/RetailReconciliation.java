package com.fusioncommerce.platform.importer;

import com.fusioncommerce.platform.client.FusionClient;
import com.fusioncommerce.platform.importer.reconcile.Count;
import com.fusioncommerce.platform.importer.reconcile.Dimension;
import com.fusioncommerce.platform.importer.reconcile.Measure;
import com.fusioncommerce.platform.importer.reconcile.Reconciliation;
import com.fusioncommerce.platform.importer.reconcile.Report;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts sales three ways and prints what comes out. */
final class RetailReconciliation {
    private static final Duration DRUID_QUIET = Duration.ofSeconds(60);

    private final FusionClient client;
    private final DruidWitness druid;
    private final PrintStream out;

    RetailReconciliation(FusionClient client, DruidWitness druid, PrintStream out) {
        this.client = client;
        this.druid = druid;
        this.out = out;
    }

    /** Says whether all count the same. */
    boolean run(Sales sales) {
        Count file = Witnesses.file(sales);
        out.println("Counting in the state stores ...");
        Count state = Witnesses.state(sales, client);
        out.println("Waiting for Druid to have read everything ...");
        if (!druid.caughtUp(file, DRUID_QUIET)) {
            out.println("Nothing more reached Druid for " + DRUID_QUIET.toSeconds() + " s: see `fusion status`.");
        }
        List<Count> inDruid = druid.counts();
        List<Count> others = new ArrayList<>(List.of(state));
        others.addAll(inDruid);
        boolean agree = Report.print(new Reconciliation(file, others), out);
        if (orders(inDruid.get(0)) > orders(file)) {
            out.printf(
                    Locale.ROOT,
                    "Druid counts all %,d orders that were ever imported for this tenant: a part of the file agrees only"
                            + " under a tenant of its own (--tenant).%n",
                    orders(inDruid.get(0)));
        }
        out.println(agree ? "\nReconciled: all counts agree." : "\nNOT reconciled: counts differ.");
        return agree;
    }

    private static long orders(Count count) {
        return count.total(Dimension.MONTH, Measure.ORDERS);
    }
}
