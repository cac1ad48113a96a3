package com.fusioncommerce.api.dashboards;

import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.threads.Bulkhead;
import com.fusioncommerce.api.threads.Holder;
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
import java.util.concurrent.CompletableFuture;

/** The dashboard's data: results of the catalogue's queries for the caller's tenant. */
final class DashboardData {
    private static final int ROWS = 20;
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
     * Rows of a query with their context.
     *
     * @param currency currency of all amounts, which are in its minor units; null for queries without amounts
     * @param digits decimals of the currency; null without one
     * @param now the server's time, the reference for ages
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
            List<Row> rows) {
        static final Schema SCHEMA = Schema.object()
                .field("query", Schema.text())
                .field("range", DashboardRange.SCHEMA)
                .field(
                        "zone",
                        Schema.text()
                                .described("The time zone in whose midnights days begin.")
                                .example("Europe/London"))
                .optional(
                        "currency",
                        Schema.text()
                                .described(
                                        "Of all amounts, which are in its minor units; left out where none was given."))
                .optional(
                        "digits",
                        Schema.of("integer")
                                .described("Decimals of the currency's minor unit; left out without a currency."))
                .field("from", SharedSchemas.TIMESTAMP)
                .field("until", SharedSchemas.TIMESTAMP)
                .field("step", Schema.text().example("PT1M"))
                .field("now", SharedSchemas.TIMESTAMP.described("The server's time, to tell ages by."))
                .field(
                        "rows",
                        Schema.listOf(Schema.of("object"))
                                .described(
                                        "Counts of orders are numbers. Sums of amounts and of units are texts of"
                                                + " their digits, since they can be larger than JavaScript's numbers are exact."))
                .named("DashboardData");
    }

    /** Answers {@code /dashboards/data/{query}?range=&zone=&currency=}. */
    CompletableFuture<Reply> answer(Input in) {
        String name = in.get(DashboardQueries.NAME);
        DruidQuery query = DashboardQueries.named(name);
        String tenant = in.tenant();
        Instant now = clock.instant();
        DashboardWindow window = DashboardWindow.of(in, now);
        QueryArguments arguments = QueryArguments.ofTenant(tenant)
                .between(window.from(), window.until())
                .zone(window.zone())
                .period(window.range().step())
                .limit(ROWS);
        QueryArguments complete = query.parameters().contains(Parameter.CURRENCY)
                ? arguments.currency(window.requiredCurrency())
                : arguments;
        return CompletableFuture.supplyAsync(
                        () -> answer(name, query, tenant, complete, window, now), threads.of(Holder.of(tenant)))
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
