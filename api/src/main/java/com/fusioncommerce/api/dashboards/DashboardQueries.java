package com.fusioncommerce.api.dashboards;

import com.fusioncommerce.api.operations.Parameter;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.druid.DruidQuery;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The queries that the dashboard may run, by name. */
final class DashboardQueries {
    static final ProblemType UNKNOWN = ProblemType.of("unknown_query", 404, "There is no such dashboard query");

    private static final Map<String, DruidQuery> ALL = new LinkedHashMap<>();

    static {
        for (DruidQuery query : DruidQuery.values()) {
            if (query.use() == DruidQuery.Use.DASHBOARD) {
                ALL.put(query.label(), query);
            }
        }
    }

    static final Parameter<String> NAME = Parameter.path("query", Schema.words(List.copyOf(ALL.keySet())));

    private DashboardQueries() {}

    /** All names, in the order in which {@link DruidQuery} declares them. */
    static Set<String> names() {
        return Collections.unmodifiableSet(ALL.keySet());
    }

    /**
     * The query with a name.
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
