package com.fusioncommerce.druid;

import java.util.List;
import java.util.Locale;

/**
 * The catalogue of Druid queries. The SQL is in the resources under {@code queries/}, with {@code :name} for each
 * argument; every query takes the tenant. A row's timestamp is the time at which its order was placed. Amounts are in
 * minor units, and never summed over currencies: a query of amounts takes the currency. Ranks are exact, not Druid's
 * approximate top N. Sums of amounts and units can exceed Druid's 64-bit integers: the SQL says {@code EXACT_SUM}, and
 * the column is declared as a sum (see {@link ExactSum}).
 */
@SuppressWarnings("ImmutableEnumChecker") // The column lists are unmodifiable; their type does not show it.
public enum DruidQuery {
    /** The currencies of orders placed in the window, the one with most orders first. */
    CURRENCIES(Column.text("currency"), Column.number("orders")),

    /**
     * Orders placed per time step of length {@link Parameter#PERIOD}, aligned in the time zone {@link Parameter#ZONE}.
     */
    ORDERS_OVER_TIME(
            Column.time("at"),
            Column.number("orders"),
            Column.sum("units"),
            Column.sum("revenue"),
            Column.number("grossOrders"),
            Column.sum("grossRevenue")),

    /** Orders placed by country, ranked by net revenue, descending. */
    ORDERS_BY_COUNTRY(
            Column.text("country"),
            Column.number("orders"),
            Column.sum("units"),
            Column.sum("revenue"),
            Column.number("grossOrders"),
            Column.sum("grossRevenue")),

    /** Products by net units and net revenue, ranked by net revenue. */
    TOP_PRODUCTS(
            Column.text("sku"),
            Column.number("orders"),
            Column.sum("units"),
            Column.sum("revenue"),
            Column.sum("grossUnits"),
            Column.sum("grossRevenue")),

    /** Number of scored orders per tenth of the score range (0 to 9) and model, and their mean score. */
    FRAUD_SCORES(
            Column.text("model"),
            Column.text("modelVersion"),
            Column.number("bucket"),
            Column.number("scores"),
            Column.decimal("mean")),

    /** Confirmed and rejected orders, by the actor that decided. */
    DECISIONS(Column.text("event"), Column.text("decidedBy"), Column.number("orders")),

    /** Number of events per event type for the orders placed in the window, in all currencies. */
    ORDER_EVENTS(Column.text("event"), Column.number("events")),

    /**
     * Totals of the orders placed in the window: gross as placed; net (orders, units, revenue) without orders refused,
     * rejected, cancelled or expired since; and the deductions. Distinct customers are estimated within some 2 %. There
     * is no row if no order was placed.
     */
    TOTALS(
            Column.text("currency"),
            Column.number("orders"),
            Column.sum("units"),
            Column.sum("revenue"),
            Column.number("grossOrders"),
            Column.sum("grossUnits"),
            Column.sum("grossRevenue"),
            Column.number("refusedOrders"),
            Column.sum("refusedRevenue"),
            Column.number("rejectedOrders"),
            Column.sum("rejectedRevenue"),
            Column.number("cancelledOrders"),
            Column.sum("cancelledRevenue"),
            Column.number("expiredOrders"),
            Column.sum("expiredRevenue"),
            Column.number("customers")),

    /** One row: the time of the newest counted event and the number of counted events; null if no event is counted. */
    FRESHNESS(Column.time("newest"), Column.number("events")),

    /** Imported orders by month (UTC, {@code 2011-11}), as placed and net. */
    IMPORTED_ORDERS_BY_MONTH(
            Use.RECONCILIATION,
            Column.text("month"),
            Column.number("orders"),
            Column.number("lines"),
            Column.sum("units"),
            Column.sum("revenue"),
            Column.number("netOrders"),
            Column.sum("netUnits"),
            Column.sum("netRevenue")),

    /** Imported orders by country, as placed and net. */
    IMPORTED_ORDERS_BY_COUNTRY(
            Use.RECONCILIATION,
            Column.text("country"),
            Column.number("orders"),
            Column.number("lines"),
            Column.sum("units"),
            Column.sum("revenue"),
            Column.number("netOrders"),
            Column.sum("netUnits"),
            Column.sum("netRevenue")),

    /** Lines of imported orders by month (UTC, {@code 2011-11}), as placed and net. */
    IMPORTED_LINES_BY_MONTH(
            Use.RECONCILIATION,
            Column.text("month"),
            Column.number("lines"),
            Column.sum("units"),
            Column.sum("revenue"),
            Column.sum("netUnits"),
            Column.sum("netRevenue")),

    /** Lines of imported orders by country, as placed and net. */
    IMPORTED_LINES_BY_COUNTRY(
            Use.RECONCILIATION,
            Column.text("country"),
            Column.number("lines"),
            Column.sum("units"),
            Column.sum("revenue"),
            Column.sum("netUnits"),
            Column.sum("netRevenue")),

    /** Lines of imported orders by product, as placed and net. */
    IMPORTED_LINES_BY_PRODUCT(
            Use.RECONCILIATION,
            Column.text("sku"),
            Column.number("orders"),
            Column.number("lines"),
            Column.sum("units"),
            Column.sum("revenue"),
            Column.number("netOrders"),
            Column.sum("netUnits"),
            Column.sum("netRevenue"));

    /** The caller of a query. */
    public enum Use {
        /** Users, through the dashboards and their data. */
        DASHBOARD,
        /** The reconciliation of an import, which queries Druid directly. */
        RECONCILIATION
    }

    private final Use use;
    private final SqlTemplate template;
    private final List<Column> columns;

    DruidQuery(Column... columns) {
        this(Use.DASHBOARD, columns);
    }

    DruidQuery(Use use, Column... columns) {
        this.use = use;
        this.template = SqlTemplate.load(name().toLowerCase(Locale.ROOT));
        this.columns = List.of(columns);
    }

    /** The caller of this query. */
    public Use use() {
        return use;
    }

    /** The query's name in URLs, such as {@code top-products}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The SQL that Druid receives, with {@code ?} for each argument. */
    public String sql() {
        return template.sql();
    }

    /** The parameter that each {@code ?} stands for, in order. */
    public List<Parameter> parameters() {
        return template.parameters();
    }

    /** The columns of a row, in order. */
    public List<Column> columns() {
        return columns;
    }
}
