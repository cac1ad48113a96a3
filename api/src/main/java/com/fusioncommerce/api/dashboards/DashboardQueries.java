package com.fusioncommerce.api.dashboards;

import com.fusioncommerce.api.operations.Parameter;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.druid.DruidQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The queries that the dashboard may ask, by their names. */
final class DashboardQueries {
    static final ProblemType UNKNOWN = ProblemType.of("unknown_query", 404, "There is no such dashboard query");

    private static final Map<String, DruidQuery> ALL = new LinkedHashMap<>();

    static {
        ALL.put("currencies", DruidQuery.CURRENCIES);
        ALL.put("orders-over-time", DruidQuery.ORDERS_OVER_TIME);
        ALL.put("orders-by-country", DruidQuery.ORDERS_BY_COUNTRY);
        ALL.put("top-products", DruidQuery.TOP_PRODUCTS);
        ALL.put("fraud-scores", DruidQuery.FRAUD_SCORES);
        ALL.put("decisions", DruidQuery.DECISIONS);
        ALL.put("order-events", DruidQuery.ORDER_EVENTS);
        ALL.put("totals", DruidQuery.TOTALS);
        ALL.put("freshness", DruidQuery.FRESHNESS);
    }

    static final Parameter<String> NAME = Parameter.path("query", Schema.words(List.copyOf(ALL.keySet())));

    private DashboardQueries() {}

    /**
     * The query of a name.
     *
     * @throws ProblemException if there is none
     */
    static DruidQuery named(String name) {
        DruidQuery query = ALL.get(name);
        if (query == null) {
            throw ProblemException.of(UNKNOWN, "The queries are " + new TreeSet<>(ALL.keySet()) + ".");
        }
        return query;
    }
}
