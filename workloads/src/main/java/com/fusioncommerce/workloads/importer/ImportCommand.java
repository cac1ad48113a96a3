package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.platform.cli.NumberOrMax;
import com.fusioncommerce.platform.cli.ProgressBar;
import com.fusioncommerce.platform.cli.Terminal;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.Pace;
import com.fusioncommerce.workloads.client.StopSignal;
import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Imports real sales into the platform, and reconciles them. */
@AutoService(FusionCommand.class)
@Command(
        name = "import",
        description = {
            "Reads real sales and sends everything through the platform's own commands: a product for each stock code, "
                    + "its stock, an order for each invoice at its historical time and price, and a cancellation where an "
                    + "invoice takes back all that remains of an order. Ends with a reconciliation: file, state stores "
                    + "and Druid must count the same.",
            "The file may be gzip'd or not, in UTF-8 or windows-1252, with times as 2010-12-01 08:26:00, 12/1/2010 8:26 or "
                    + "1.12.2010 8:26, and prices as 2.55 or 2,55: it says what it found. The reconciliation counts the "
                    + "file with other code than the import reads it with, and every line of it is in an order, in a "
                    + "cancellation, or set aside for a reason that is named.",
            "Ctrl-C stops it; run it again and it goes on. Nothing is ever done twice."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:imported, and all counts agree",
            "1:failed, nothing to import, too many broken lines, or counts differ",
            "130, 143:stopped by Ctrl-C or a signal"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion import online-retail",
            "  fusion import online-retail --limit 500 --rate 50",
            "  fusion import online-retail --on-error stop --no-reconcile"
        })
public final class ImportCommand implements FusionCommand, Callable<Integer> {
    private static final int STOPPED = 130;

    @Mixin
    private RetailOptions options;

    @Option(
            names = "--rate",
            paramLabel = "N|max",
            defaultValue = "max",
            converter = NumberOrMax.class,
            description = "Orders a second (default: ${DEFAULT-VALUE}).")
    @Between(min = 0.001, max = 1_000_000, orUnlimited = true)
    private double rate;

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
    public int place() {
        return 110;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        options.check();
        PrintStream out = System.out;
        ImportSummary summary = new ImportSummary(out);
        RetailFile file = options.file();
        RetailForm form = options.form(file);
        summary.form(file, form);
        BrokenLines broken = new BrokenLines(System.err, onError == OnError.STOP);
        Sales sales = SalesReader.read(file, form, options.limit(), broken);
        broken.end();
        Cancellations.Result cancellations = Cancellations.of(sales);
        summary.read(sales, cancellations);
        options.requireSound(file, sales);
        // Druid is looked up before anything is sent, so that a missing Druid is reported at once.
        DruidWitness druid = reconcile ? options.druid() : null;
        FusionClient client = new FusionClient(options.client());
        boolean complete;
        try (StopSignal signal = StopSignal.install();
                Journal journal = Journal.open(options.journal())) {
            RetailImport run = new RetailImport(
                    client,
                    journal,
                    new ProgressBar(out, Terminal.isInteractive()),
                    signal,
                    new RetailImport.Settings(options.parallel(), Pace.perSecond(rate), onError == OnError.SKIP));
            complete = summary.sent(run.run(sales, cancellations.matches()));
            if (signal.isStopping()) {
                out.println("Stopped. Run it again to go on.");
                return STOPPED;
            }
        }
        boolean agree = !reconcile
                || new RetailReconciliation(client, druid, out).run(FileCount.of(file, form, options.limit()), sales);
        return complete && agree ? 0 : 1;
    }
}
