package com.fusioncommerce.druid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DruidQueryTest {
    private static final Pattern FROM = Pattern.compile("FROM \"(\\w+)\"");
    private static final Pattern QUOTED = Pattern.compile("\"(\\w+)\"");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");
    private static final Pattern SUM = Pattern.compile(
            "SUM\\((?:BITWISE_\\w+\\()?\"(\\w+)\"(?:, \\d+\\))?\\)( FILTER \\(WHERE \"event\" = '\\w+\\.\\w+'\\))?");
    private static final Pattern PLAIN_SUM = Pattern.compile("SUM\\(\"(\\w+)\"\\)");

    /** Columns of at most a few thousand per order, whose sums fit 64-bit integers and JavaScript numbers. */
    private static final Set<String> COUNTS = Set.of("events", "orders", "netOrders", "lines", "scores", "score");

    /** Sums over all rows: scores have one row each, and the freshness covers all events. */
    private static final Set<String> OF_ALL = Set.of("SUM(\"scores\")", "SUM(\"score\")", "SUM(\"events\")");

    private static final Pattern BARE_NAME = Pattern.compile("\\b[a-z]\\w*\\b");

    @ParameterizedTest
    @EnumSource
    void sees_the_rows_of_one_tenant_only(DruidQuery query) {
        assertThat(query.sql())
                .contains("WHERE \"tenant\" = ?")
                .doesNotContain(" OR ")
                .doesNotContain("UNION");
        assertThat(query.parameters().stream().filter(Parameter.TENANT::equals)).hasSize(1);
        assertThat(FROM.matcher(query.sql()).results()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void has_a_parameter_for_each_question_mark(DruidQuery query) {
        assertThat(query.sql().chars().filter(c -> c == '?'))
                .hasSize(query.parameters().size());
        assertThat(query.sql()).doesNotContain(":").doesNotContain("--");
    }

    @ParameterizedTest
    @EnumSource
    void asks_for_columns_that_its_data_source_has(DruidQuery query) {
        var from = FROM.matcher(query.sql());
        assertThat(from.find()).isTrue();
        String dataSource = from.group(1);
        assertThat(SupervisorSpecs.dataSources()).contains(dataSource);

        Set<String> known = columnsOf(dataSource);
        known.add(dataSource);
        known.addAll(answered(query));
        assertThat(names(query.sql())).isSubsetOf(known);
    }

    @ParameterizedTest
    @EnumSource
    void quotes_every_name_so_that_none_escapes_the_test_above(DruidQuery query) {
        String bare =
                LITERAL.matcher(QUOTED.matcher(query.sql()).replaceAll("")).replaceAll("");
        assertThat(BARE_NAME.matcher(bare).results().map(found -> found.group()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void says_what_columns_its_rows_have(DruidQuery query) {
        String select = query.sql().substring("SELECT".length(), query.sql().indexOf("FROM"));
        List<String> selected = Arrays.stream(select.split(",\n"))
                .map(String::strip)
                .map(item -> names(item).get(names(item).size() - 1))
                .toList();
        assertThat(answered(query)).containsExactlyElementsOf(selected);
    }

    /** The columns of Druid's rows, in which a sum has two parts. */
    private static List<String> answered(DruidQuery query) {
        return query.columns().stream()
                .flatMap(column -> column.type() == Column.Type.SUM
                        ? Stream.of(column.name() + "High", column.name() + "Low")
                        : Stream.of(column.name()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void sums_amounts_of_one_currency_only(DruidQuery query) {
        if (query.sql().toLowerCase(Locale.ROOT).contains("revenue")) {
            assertThat(query.sql()).contains("\"currency\" = ?");
            assertThat(query.parameters()).contains(Parameter.CURRENCY);
        }
    }

    /** An order has one row per event: a sum that is not net covers one event type only. */
    @ParameterizedTest
    @EnumSource
    void counts_an_order_once(DruidQuery query) {
        boolean ofOneEvent = query.sql().contains("AND \"event\" = 'order.created'");
        boolean byEvent = query.sql().startsWith("SELECT\n  \"event\"");
        for (MatchResult sum : SUM.matcher(query.sql()).results().toList()) {
            boolean filtered = sum.group(2) != null;
            assertThat(sum.group(1).startsWith("net")
                            ^ (filtered || ofOneEvent || byEvent || OF_ALL.contains(sum.group())))
                    .as(sum.group())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sums_what_can_be_large_exactly(DruidQuery query) {
        assertThat(PLAIN_SUM.matcher(query.sql()).results().map(sum -> sum.group(1)))
                .allSatisfy(summed -> assertThat(COUNTS).contains(summed));
        assertThat(query.sql()).doesNotContain("EXACT_SUM");
    }

    /** Segments of earlier versions lack the column; queries work on them all the same. */
    @ParameterizedTest
    @EnumSource
    void names_no_column_that_older_segments_lack(DruidQuery query) {
        assertThat(query.sql()).doesNotContain("largeOrder");
    }

    @Test
    void what_is_summed_over_many_orders_is_ranked_by_the_whole_sum() {
        assertThat(List.of(DruidQuery.TOP_PRODUCTS, DruidQuery.ORDERS_BY_COUNTRY))
                .allSatisfy(query -> assertThat(query.sql())
                        .contains("ORDER BY SUM(BITWISE_SHIFT_RIGHT(\"netRevenue\", 27)) + BITWISE_SHIFT_RIGHT("));
    }

    @Test
    void every_file_of_sql_is_in_the_catalogue() throws IOException, URISyntaxException {
        Path folder = Path.of(DruidQuery.class.getResource("queries").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(DruidQuery.values())
                            .map(query -> query.name().toLowerCase(Locale.ROOT) + ".sql")
                            .toList());
        }
    }

    @Test
    void arguments_stand_in_the_order_in_which_the_sql_names_them() {
        SqlTemplate template = SqlTemplate.of("-- A comment: with a colon.\nSELECT 1 WHERE a = :until AND b = :tenant");

        assertThat(template.sql()).isEqualTo("SELECT 1 WHERE a = ? AND b = ?");
        assertThat(template.parameters()).containsExactly(Parameter.UNTIL, Parameter.TENANT);
    }

    @Test
    void an_unknown_argument_in_sql_is_found_at_once() {
        assertThatThrownBy(() -> SqlTemplate.of("SELECT :nonsense")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SqlTemplate.load("nonsense")).hasMessageContaining("queries/nonsense.sql");
    }

    private static List<String> names(String sql) {
        return QUOTED.matcher(sql).results().map(found -> found.group(1)).toList();
    }

    private static Set<String> columnsOf(String dataSource) {
        JsonNode schema = SupervisorSpecs.load(dataSource).at("/spec/dataSchema");
        Set<String> columns = new HashSet<>();
        schema.at("/dimensionsSpec/dimensions")
                .forEach(dimension -> columns.add(dimension.get("name").asText()));
        schema.get("metricsSpec")
                .forEach(metric -> columns.add(metric.get("name").asText()));
        return columns;
    }
}
