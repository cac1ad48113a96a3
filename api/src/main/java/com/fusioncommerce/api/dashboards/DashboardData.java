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
import com.fusioncommerce.druid.Parameter;
import com.fusioncommerce.druid.QueryArguments;
import com.fusioncommerce.druid.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** The dashboard's numbers: the catalogue's queries, always about the caller's tenant. */
final class DashboardData {
    private static final int ROWS = 20;
    private static final Map<String, DruidQuery> QUERIES = Map.of(
            "currencies", DruidQuery.CURRENCIES,
            "orders-over-time", DruidQuery.ORDERS_OVER_TIME,
            "orders-by-country", DruidQuery.ORDERS_BY_COUNTRY,
            "top-products", DruidQuery.TOP_PRODUCTS,
            "fraud-scores", DruidQuery.FRAUD_SCORES,
            "decisions", DruidQuery.DECISIONS,
            "order-events", DruidQuery.ORDER_EVENTS,
            "totals", DruidQuery.TOTALS,
            "freshness", DruidQuery.FRESHNESS);

    private final DruidClient druid;
    private final Freshness freshness;
    private final Bulkhead threads;
    private final Clock clock;

    DashboardData(DruidClient druid, Freshness freshness, Bulkhead threads, Clock clock) {
        this.druid = druid;
        this.freshness = freshness;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * Rows, and what they are about.
     *
     * @param currency of all amounts, which are in its minor units; null for queries without amounts
     * @param digits decimals of the currency; null without one
     * @param now the server's time, to tell ages by
     */
    record Answer(
            String query,
            String range,
            String zone,
            String currency,
            Integer digits,
            String from,
            String until,
            String step,
            String now,
            List<Row> rows) {}

    /** Answers {@code /dashboards/data/{query}?range=&zone=&currency=}. */
    CompletableFuture<Reply> answer(Call call) {
        String name = call.path("query");
        DruidQuery query = QUERIES.get(name);
        if (query == null) {
            throw ProblemException.of(
                    ProblemType.UNKNOWN_QUERY, "The queries are " + new TreeSet<>(QUERIES.keySet()) + ".");
        }
        String tenant = call.tenant();
        Instant now = clock.instant();
        DashboardWindow window = DashboardWindow.of(call, now);
        QueryArguments arguments = QueryArguments.ofTenant(tenant)
                .between(window.from(), window.until())
                .zone(window.zone())
                .period(window.range().step())
                .limit(ROWS);
        QueryArguments complete = query.parameters().contains(Parameter.CURRENCY)
                ? arguments.currency(window.requiredCurrency())
                : arguments;
        return CompletableFuture.supplyAsync(
                        () -> answer(name, query, tenant, complete, window, now), threads.of(tenant))
                .thenApply(Reply::ok);
    }

    private Answer answer(
            String name,
            DruidQuery query,
            String tenant,
            QueryArguments arguments,
            DashboardWindow window,
            Instant now) {
        List<Row> rows = rows(query, arguments);
        return switch (query) {
            case ORDERS_OVER_TIME -> {
                Timeline timeline = Timeline.of(rows, window);
                yield answer(name, window, timeline.step(), now, timeline.rows());
            }
            case FRESHNESS -> answer(name, window, window.range().step(), now, freshness.of(tenant, rows, now));
            default -> answer(name, window, window.range().step(), now, rows);
        };
    }

    private static Answer answer(
            String name, DashboardWindow window, TemporalAmount step, Instant now, List<Row> rows) {
        return new Answer(
                name,
                window.range().code(),
                window.zone().getId(),
                window.currency().orElse(null),
                window.digits().orElse(null),
                window.from().toString(),
                window.until().toString(),
                step.toString(),
                now.toString(),
                rows);
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
