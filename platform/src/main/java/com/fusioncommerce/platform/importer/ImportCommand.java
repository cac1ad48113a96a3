package com.fusioncommerce.platform.importer;

import com.fusioncommerce.platform.Terminal;
import com.fusioncommerce.platform.client.FusionClient;
import com.fusioncommerce.platform.client.Pace;
import com.fusioncommerce.platform.client.RateConverter;
import com.fusioncommerce.platform.client.StopSignal;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings real sales into the platform, and checks that they are all there. */
@Command(
        name = "import",
        description = {
            "Reads real sales and sends everything through the platform's own commands: a product for each stock code, "
                    + "its stock, an order for each invoice at its historical time and price, and a cancellation where an "
                    + "invoice takes back all that remains of an order. Ends with a reconciliation: file, state stores "
                    + "and Druid must count the same.",
            "Ctrl-C stops it; run it again and it goes on. Nothing is ever done twice."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:imported, and all counts agree",
            "1:failed, or counts differ",
            "130, 143:stopped by Ctrl-C or a signal"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion import online-retail",
            "  fusion import online-retail --limit 500 --rate 50",
            "  fusion import online-retail --on-error stop --no-reconcile"
        })
public final class ImportCommand implements Callable<Integer> {
    private static final int STOPPED = 130;

    @Mixin
    private RetailOptions options;

    @Option(
            names = "--rate",
            paramLabel = "N|max",
            defaultValue = "max",
            converter = RateConverter.class,
            description = "Orders a second (default: ${DEFAULT-VALUE}).")
    private Pace pace;

    @Option(
            names = "--on-error",
            paramLabel = "skip|stop",
            defaultValue = "skip",
            converter = OnErrorConverter.class,
            description = "What to do about a broken line or a refused command: name it and go on, or stop "
                    + "(default: ${DEFAULT-VALUE}).")
    private OnError onError;

    @Option(
            names = "--reconcile",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Whether to reconcile at the end (default: yes).")
    private boolean reconcile;

    @Override
    public Integer call() throws IOException {
        options.check();
        PrintStream out = System.out;
        ImportSummary summary = new ImportSummary(out);
        Sales sales = SalesReader.read(options.file(), options.limit(), this::broken);
        Cancellations.Result cancellations = Cancellations.of(sales);
        summary.read(sales, cancellations);
        FusionClient client = new FusionClient(options.client());
        boolean complete;
        try (StopSignal signal = StopSignal.install();
                Journal journal = Journal.open(options.journal())) {
            RetailImport run = new RetailImport(
                    client,
                    journal,
                    new ProgressBar(out, Terminal.isInteractive()),
                    signal,
                    new RetailImport.Settings(options.parallel(), pace, onError == OnError.SKIP));
            complete = summary.sent(run.run(sales, cancellations.matches()));
            if (signal.isStopping()) {
                out.println("Stopped. Run it again to go on.");
                return STOPPED;
            }
        }
        boolean agree = !reconcile || new RetailReconciliation(client, options.druid(), out).run(sales);
        return complete && agree ? 0 : 1;
    }

    private void broken(BrokenLineException line) {
        if (onError == OnError.STOP) {
            throw line;
        }
        System.err.println(line.getMessage());
    }
}
