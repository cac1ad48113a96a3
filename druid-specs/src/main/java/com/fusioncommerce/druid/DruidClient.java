package com.fusioncommerce.druid;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Client that runs the catalogue's queries on Druid, each for one tenant. It sends no other SQL. Safe for threads. */
public final class DruidClient {
    private static final String SQL = "/druid/v2/sql";
    private static final int BAD_REQUEST = 400;
    private static final Pattern NO_SUCH_TABLE = Pattern.compile("Object '\\w+' not found");
    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};

    private final DruidHttp http;

    /**
     * Creates a client of a router or broker.
     *
     * @param url base URL of the router or broker
     * @param timeout timeout of a query, in this client and in Druid
     */
    public DruidClient(URI url, Duration timeout) {
        this.http = new DruidHttp(url, timeout);
    }

    /**
     * Runs a query. A data source that Druid does not know yet, since nothing has been ingested, has no rows.
     *
     * @throws IllegalArgumentException if an argument is missing
     * @throws DruidUnavailableException if Druid does not answer in time or cannot answer now
     * @throws DruidException if Druid refuses the query
     */
    public List<Row> query(DruidQuery query, QueryArguments arguments) {
        JsonNode answer;
        try {
            answer = http.post(SQL, request(query, arguments));
        } catch (DruidException e) {
            if (e.status() == BAD_REQUEST
                    && NO_SUCH_TABLE.matcher(e.getMessage()).find()) {
                return List.of();
            }
            throw e;
        }
        List<Row> rows = new ArrayList<>(answer.size());
        for (JsonNode row : answer) {
            Map<String, Object> values = DruidHttp.JSON.convertValue(row, VALUES);
            rows.add(new Row(ExactSum.ofColumns(query.columns(), values)));
        }
        return rows;
    }

    private ObjectNode request(DruidQuery query, QueryArguments arguments) {
        ObjectNode request = DruidHttp.JSON.createObjectNode();
        request.put("query", query.sql());
        request.put("resultFormat", "object");
        ArrayNode parameters = request.putArray("parameters");
        for (Parameter parameter : query.parameters()) {
            parameters.addObject().put("type", parameter.sqlType()).putPOJO("value", arguments.valueOf(parameter));
        }
        request.putObject("context")
                .put("timeout", http.timeout().toMillis())
                .put("sqlTimeZone", "UTC")
                // Exact top N: the rows are ranked by the exact sums of all values.
                .put("useApproximateTopN", false);
        return request;
    }
}
