package com.fusioncommerce.trials.bench;

import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.trials.bench.report.BenchmarkPage;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Renders the benchmark page of the documentation. */
@Command(
        name = "docs",
        description = "Renders docs/benchmarks.md from the results in docs/benchmarks/, measures nothing.")
final class DocsCommand implements Callable<Integer> {
    @Option(names = "--check", description = "Changes nothing; exit code 1 if the page is not what the results say.")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        BenchmarkPage page = BenchmarkPage.in(HomeOption.root());
        if (!check) {
            page.write();
            return 0;
        }
        if (page.rendered().equals(page.current())) {
            return 0;
        }
        System.err.println("docs/benchmarks.md is not what docs/benchmarks/ says: run ./fusion bench docs");
        return 1;
    }
}
