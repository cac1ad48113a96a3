package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.importer.reconcile.Count;
import com.fusioncommerce.workloads.importer.reconcile.Dimension;
import com.fusioncommerce.workloads.importer.reconcile.Measure;
import com.fusioncommerce.workloads.importer.reconcile.Reconciliation;
import com.fusioncommerce.workloads.importer.reconcile.Report;
import java.io.PrintStream;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reconciles sales in the file, as read by the import, in the state stores and in Druid, and prints the result. */
final class RetailReconciliation {
    private static final Duration DRUID_QUIET = Duration.ofSeconds(60);

    private final FusionClient client;
    private final DruidWitness druid;
    private final PrintStream out;
    private final Duration quiet;

    RetailReconciliation(FusionClient client, DruidWitness druid, PrintStream out) {
        this(client, druid, out, DRUID_QUIET);
    }

    /** Same; {@code quiet} is the time without new events after which Druid is taken to have all. */
    RetailReconciliation(FusionClient client, DruidWitness druid, PrintStream out, Duration quiet) {
        this.quiet = quiet;
        this.client = client;
        this.druid = druid;
        this.out = out;
    }

    /**
     * Returns whether all counts agree.
     *
     * @param counted the independent count of the file
     * @param sales the sales as read by the import
     */
    boolean run(FileCount counted, Sales sales) {
        boolean complete = everyLineIsSomewhere(counted, sales);
        Count file = counted.sales();
        out.println("Counting in the state stores ...");
        Witnesses.State state = Witnesses.state(sales, client);
        if (orders(state.placed()).signum() == 0 && orders(file).signum() > 0) {
            out.println("\nNOT reconciled: nothing of this file was imported for this tenant.");
            return false;
        }
        out.println("Waiting for Druid to have read everything ...");
        if (!druid.caughtUp(file, state.living(), quiet)) {
            out.println("Nothing more reached Druid for " + quiet.toSeconds() + " s: see `fusion status`.");
        }
        List<Count> inDruid = druid.placed();
        List<Count> others = new ArrayList<>(List.of(Witnesses.imported(sales), state.placed()));
        others.addAll(inDruid);
        out.println("\nOrders as placed (gross):");
        boolean agree = Report.print(new Reconciliation(file, others), out) && complete;
        out.println("\nOrders that were not cancelled, refused or rejected (net):");
        agree &= Report.print(new Reconciliation(state.living(), druid.living()), out);
        if (orders(inDruid.get(0)).compareTo(orders(file)) > 0) {
            out.printf(
                    Locale.ROOT,
                    "Druid counts all %,d orders that were ever imported for this tenant: a part of the file agrees only"
                            + " under a tenant of its own (--tenant).%n",
                    orders(inDruid.get(0)));
        }
        out.println(agree ? "\nReconciled: all counts agree." : "\nNOT reconciled: counts differ.");
        return agree;
    }

    /**
     * Whether lines of the file = lines of orders + lines of cancellations + lines set aside, each as the import counts
     * it.
     */
    private boolean everyLineIsSomewhere(FileCount file, Sales sales) {
        boolean complete = line("in all", file.lines(), sales.linesRead());
        complete &= line("of orders", file.saleLines(), sales.lines());
        complete &= line("of cancellations", file.cancellationLines(), sales.cancellationLines());
        complete &= line("set aside", file.otherLines(), sales.linesSetAside());
        return complete;
    }

    private boolean line(String what, long file, long imported) {
        out.printf(
                Locale.ROOT,
                "  lines %-17s %,12d in the file %,12d read by the import%s%n",
                what,
                file,
                imported,
                file == imported ? "" : "   DIFFERS");
        return file == imported;
    }

    private static BigInteger orders(Count count) {
        return count.total(Dimension.MONTH, Measure.ORDERS);
    }
}
