package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.workloads.client.FusionClient;
import com.google.auto.service.AutoService;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reconciles imported sales with their file. */
@AutoService(FusionCommand.class)
@Command(
        name = "reconcile",
        description = {
            "Counts orders, lines, units and revenue by month, by country and by product in the file, in the state stores "
                    + "through the API, and in Druid, and says where they differ. Druid counts all that was ever imported "
                    + "for the tenant: give each partial import a tenant of its own."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all counts agree", "1:they differ, or could not be had"},
        footerHeading = "%nExamples:%n",
        footer = {"  fusion reconcile online-retail", "  fusion reconcile online-retail --limit 500 --tenant trial"})
public final class ReconcileCommand implements FusionCommand, Callable<Integer> {
    @Mixin
    private RetailOptions options;

    @Override
    public int place() {
        return 120;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        options.check();
        RetailFile file = options.file();
        RetailForm form = options.form(file);
        new ImportSummary(System.out).form(file, form);
        BrokenLines broken = new BrokenLines(System.err, false);
        Sales sales = SalesReader.read(file, form, options.limit(), broken);
        broken.end();
        options.requireSound(file, sales);
        FileCount counted = FileCount.of(file, form, options.limit());
        FusionClient client = new FusionClient(options.client());
        return new RetailReconciliation(client, options.druid(), System.out).run(counted, sales) ? 0 : 1;
    }
}
