package com.fusioncommerce.api.dashboards;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.threads.Bulkhead;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.druid.DruidClient;
import com.fusioncommerce.druid.DruidException;
import com.fusioncommerce.druid.DruidQuery;
import com.fusioncommerce.druid.DruidUnavailableException;
import com.fusioncommerce.druid.QueryArguments;
import com.fusioncommerce.druid.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** The dashboard's numbers: the catalogue's queries, always about the caller's tenant. */
final class DashboardData {
    private static final int ROWS = 20;
    private static final Map<String, DruidQuery> QUERIES = Map.of(
            "orders-over-time", DruidQuery.ORDERS_OVER_TIME,
            "orders-by-country", DruidQuery.ORDERS_BY_COUNTRY,
            "top-products", DruidQuery.TOP_PRODUCTS,
            "fraud-scores", DruidQuery.FRAUD_SCORES,
            "decisions", DruidQuery.DECISIONS,
            "order-events", DruidQuery.ORDER_EVENTS,
            "totals", DruidQuery.TOTALS,
            "freshness", DruidQuery.FRESHNESS);

    private final DruidClient druid;
    private final Bulkhead threads;
    private final Clock clock;

    DashboardData(DruidClient druid, Bulkhead threads, Clock clock) {
        this.druid = druid;
        this.threads = threads;
        this.clock = clock;
    }

    /** Rows, and the window they are about; {@code now} is the server's time, to tell ages by. */
    record Answer(String query, String range, String from, String until, String step, String now, List<Row> rows) {}

    /** Answers {@code /dashboards/data/{query}?range=}. */
    CompletableFuture<Reply> answer(Call call) {
        String name = call.path("query");
        DruidQuery query = QUERIES.get(name);
        if (query == null) {
            throw ProblemException.of(
                    ProblemType.UNKNOWN_QUERY, "The queries are " + new TreeSet<>(QUERIES.keySet()) + ".");
        }
        DashboardRange range = DashboardRange.named(call.query("range").orElse("hour"));
        Instant now = clock.instant();
        Instant from = range.from(now);
        QueryArguments arguments = QueryArguments.ofTenant(call.tenant())
                .between(from, now)
                .period(range.step())
                .limit(ROWS);
        return CompletableFuture.supplyAsync(() -> rows(query, arguments), threads.of(call.tenant()))
                .thenApply(rows -> Reply.ok(new Answer(
                        name,
                        range.code(),
                        from.toString(),
                        now.toString(),
                        range.step().toString(),
                        now.toString(),
                        rows)));
    }

    private List<Row> rows(DruidQuery query, QueryArguments arguments) {
        try {
            return druid.query(query, arguments);
        } catch (DruidUnavailableException e) {
            throw Problem.retryable(ProblemType.ANALYTICS_UNAVAILABLE, "Druid does not answer.", 5)
                    .raised();
        } catch (DruidException e) {
            throw new IllegalStateException("Druid refused a query of the catalogue", e);
        }
    }
}
