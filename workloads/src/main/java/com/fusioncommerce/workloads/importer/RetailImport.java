package com.fusioncommerce.workloads.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.platform.cli.ProgressBar;
import com.fusioncommerce.workloads.client.ApiException;
import com.fusioncommerce.workloads.client.ApiProblem;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.Pace;
import com.fusioncommerce.workloads.client.PlacedOrder;
import com.fusioncommerce.workloads.client.Results;
import com.fusioncommerce.workloads.client.StopSignal;
import com.fusioncommerce.workloads.client.Window;
import com.fusioncommerce.workloads.importer.Journal.Step;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends products, stock, orders and cancellations, in this order, as commands whose idempotency keys derive from the
 * data. A command that this import or an interrupted one has already sent is executed once.
 */
final class RetailImport {
    private static final Set<String> THERE_ALREADY = Set.of("product_exists", "order_exists");
    private static final String NOT_CANCELLABLE = "order_not_cancellable";

    private final FusionClient client;
    private final Journal journal;
    private final ProgressBar progress;
    private final StopSignal signal;
    private final Settings settings;
    private final Map<Step, ImportTally> tallies;

    /**
     * Settings of the import.
     *
     * @param inFlight most concurrent commands
     * @param pace rate limiter of orders
     * @param skipRefused whether to go on after the platform refuses a command
     */
    record Settings(int inFlight, Pace pace, boolean skipRefused) {}

    RetailImport(FusionClient client, Journal journal, ProgressBar progress, StopSignal signal, Settings settings) {
        this.client = client;
        this.journal = journal;
        this.progress = progress;
        this.signal = signal;
        this.settings = settings;
        this.tallies = new EnumMap<>(
                Arrays.stream(Step.values()).collect(Collectors.toMap(Function.identity(), step -> new ImportTally())));
    }

    /** Sends all commands; returns early, without failing, on a stop signal. */
    Map<Step, ImportTally> run(Sales sales, List<Cancellations.Match> cancellations) throws IOException {
        forgetOtherPlatform();
        List<Sales.Product> products = sales.productsSold();
        send(Step.PRODUCT, "products", products, Sales.Product::sku, Pace.unlimited(), this::create);
        send(Step.STOCK, "stock", products, Sales.Product::sku, Pace.unlimited(), this::stock);
        send(Step.ORDER, "orders", sales.sales(), Sale::invoice, settings.pace(), this::place);
        send(
                Step.CANCELLATION,
                "cancellations",
                cancellations,
                match -> match.cancellation().invoice(),
                settings.pace(),
                this::cancel);
        return tallies;
    }

    /**
     * Clears a journal that was written for another platform, or for one wiped since: its newest order is unknown
     * there.
     */
    private void forgetOtherPlatform() throws IOException {
        Optional<String> order = journal.someOrder().map(Sale::orderId);
        if (order.isPresent() && Results.of(client.order(order.get())).isEmpty()) {
            journal.clear();
        }
    }

    private <T> void send(
            Step step,
            String name,
            List<T> all,
            Function<T, String> id,
            Pace pace,
            Function<T, CompletableFuture<?>> command) {
        if (signal.isStopping()) {
            return;
        }
        List<T> left =
                all.stream().filter(one -> !journal.has(step, id.apply(one))).toList();
        ImportTally tally = tallies.get(step);
        Window window = new Window(settings.inFlight());
        progress.begin(name, all.size(), all.size() - left.size());
        tally.doneBefore(all.size() - left.size());
        try {
            for (T one : left) {
                if (signal.isStopping()) {
                    break;
                }
                pace.await();
                window.begin(() -> command.apply(one).handle((done, failure) -> {
                    if (failure == null || isThereAlready(failure)) {
                        noted(step, id.apply(one), tally, failure == null);
                    } else {
                        refused(id.apply(one), tally, failure);
                    }
                    return null;
                }));
            }
        } finally {
            window.finish();
            progress.end();
        }
    }

    private void noted(Step step, String id, ImportTally tally, boolean now) {
        if (now) {
            tally.done();
        } else {
            tally.doneBefore(1);
        }
        journal.add(step, id);
        progress.step();
    }

    /** Counts a refusal, or ends the import with it; any other failure ends the import. */
    private void refused(String id, ImportTally tally, Throwable failure) {
        ApiProblem problem = problem(failure);
        if (problem == null || !settings.skipRefused()) {
            throw new CompletionException(Results.cause(failure));
        }
        tally.refused(id, problem.code(), problem.detail());
        progress.step();
    }

    private static boolean isThereAlready(Throwable failure) {
        ApiProblem problem = problem(failure);
        return problem != null && THERE_ALREADY.contains(problem.code());
    }

    private CompletableFuture<?> create(Sales.Product product) {
        return client.createProduct(product.command(), key("product", product.toString()));
    }

    private CompletableFuture<?> stock(Sales.Product product) {
        return client.setStock(product.sku(), product.sold(), key("stock", product.toString()));
    }

    private CompletableFuture<?> place(Sale sale) {
        return client.placeOrder(sale.order(), key("order", sale.toString()));
    }

    private CompletableFuture<?> cancel(Cancellations.Match match) {
        Cancellation by = match.cancellation();
        String id = match.sale().orderId();
        return client.cancelOrder(id, "cancelled by " + by.invoice(), by.at(), key("cancel", by.invoice()))
                .exceptionallyCompose(failure -> cancelledBefore(id, failure));
    }

    private CompletableFuture<PlacedOrder> cancelledBefore(String orderId, Throwable failure) {
        if (problem(failure) == null || !problem(failure).code().equals(NOT_CANCELLABLE)) {
            return CompletableFuture.failedFuture(failure);
        }
        return client.order(orderId)
                .thenApply(order -> order.filter(found -> found.status().equals("cancelled"))
                        .orElseThrow(() -> new CompletionException(Results.cause(failure))));
    }

    private static ApiProblem problem(Throwable failure) {
        return Results.cause(failure) instanceof ApiException no ? no.problem() : null;
    }

    /** An idempotency key that derives from the content, so that each key stands for one command. */
    private static String key(String kind, String content) {
        return "online-retail:" + kind + ":" + UUID.nameUUIDFromBytes(content.getBytes(UTF_8));
    }
}
