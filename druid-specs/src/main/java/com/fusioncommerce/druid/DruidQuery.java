package com.fusioncommerce.druid;

import java.util.List;
import java.util.Locale;

/**
 * Everything that is asked of Druid. The SQL lies among the resources under {@code queries/}, with {@code :name} where an
 * argument belongs; every query takes the tenant. Amounts are in minor units of the row's currency.
 */
@SuppressWarnings("ImmutableEnumChecker") // The lists are unmodifiable; their type does not say so.
public enum DruidQuery {
    /** Orders placed in steps of {@link Parameter#PERIOD}. */
    ORDERS_OVER_TIME(
            Column.time("at"),
            Column.text("currency"),
            Column.number("orders"),
            Column.number("units"),
            Column.number("revenue")),

    /** Orders placed by country, most revenue first. */
    ORDERS_BY_COUNTRY(
            Column.text("country"),
            Column.text("currency"),
            Column.number("orders"),
            Column.number("units"),
            Column.number("revenue")),

    /** Products by what was ordered of them, most revenue first. */
    TOP_PRODUCTS(
            Column.text("sku"),
            Column.text("currency"),
            Column.number("lines"),
            Column.number("units"),
            Column.number("revenue")),

    /** How many orders were scored into each tenth of the scale (0 to 9), by model, and their mean score. */
    FRAUD_SCORES(
            Column.text("model"),
            Column.text("modelVersion"),
            Column.number("bucket"),
            Column.number("scores"),
            Column.decimal("mean")),

    /** Orders confirmed and rejected, by who decided. */
    DECISIONS(Column.text("event"), Column.text("decidedBy"), Column.number("orders")),

    /** How often each thing happened to orders. */
    ORDER_EVENTS(Column.text("event"), Column.number("events")),

    /** What was ordered, by currency, and by about how many customers (within some 2 %). */
    TOTALS(
            Column.text("currency"),
            Column.number("orders"),
            Column.number("lines"),
            Column.number("units"),
            Column.number("revenue"),
            Column.number("customers")),

    /**
     * One row: the newest business time of an order event, when the newest event was written to Kafka, and how many
     * there are; all of them null where there are none.
     */
    FRESHNESS(Column.time("newest"), Column.time("writtenAt"), Column.number("events")),

    /** Imported orders by month (UTC, {@code 2011-11}). */
    IMPORTED_ORDERS_BY_MONTH(
            Column.text("month"),
            Column.number("orders"),
            Column.number("lines"),
            Column.number("units"),
            Column.number("revenue")),

    /** Imported orders by country. */
    IMPORTED_ORDERS_BY_COUNTRY(
            Column.text("country"),
            Column.number("orders"),
            Column.number("lines"),
            Column.number("units"),
            Column.number("revenue")),

    /** Lines of imported orders by month (UTC, {@code 2011-11}). */
    IMPORTED_LINES_BY_MONTH(
            Column.text("month"), Column.number("lines"), Column.number("units"), Column.number("revenue")),

    /** Lines of imported orders by country. */
    IMPORTED_LINES_BY_COUNTRY(
            Column.text("country"), Column.number("lines"), Column.number("units"), Column.number("revenue")),

    /** Lines of imported orders by product. */
    IMPORTED_LINES_BY_PRODUCT(
            Column.text("sku"),
            Column.number("orders"),
            Column.number("lines"),
            Column.number("units"),
            Column.number("revenue"));

    private final SqlTemplate template;
    private final List<Column> columns;

    DruidQuery(Column... columns) {
        this.template = SqlTemplate.load(name().toLowerCase(Locale.ROOT));
        this.columns = List.of(columns);
    }

    /** The SQL as Druid gets it, with {@code ?} for each argument. */
    public String sql() {
        return template.sql();
    }

    /** What stands for each {@code ?}, in order. */
    public List<Parameter> parameters() {
        return template.parameters();
    }

    /** What a row has, in order. */
    public List<Column> columns() {
        return columns;
    }
}
