package com.fusioncommerce.druid;

import java.util.List;
import java.util.Locale;

/**
 * Everything that is asked of Druid. The SQL lies among the resources under {@code queries/}, with {@code :name} where an
 * argument belongs; every query takes the tenant. Rows lie at the time when their order was placed. Amounts are in minor units,
 * and never summed over currencies: a query of amounts takes the currency. Ranks are exact, not Druid's approximate top N.
 * Sums of amounts and units can be larger than what Druid's 64 bits hold: the SQL says {@code EXACT_SUM}, and the column is
 * declared as a sum (see {@link ExactSum}).
 */
@SuppressWarnings("ImmutableEnumChecker") // The lists are unmodifiable; their type does not say so.
public enum DruidQuery {
    /** The currencies of orders placed in the window, the one with most orders first. */
    CURRENCIES(Column.text("currency"), Column.number("orders")),

    /** Orders placed in steps of {@link Parameter#PERIOD} that begin where they begin in {@link Parameter#ZONE}. */
    ORDERS_OVER_TIME(
            Column.time("at"),
            Column.number("orders"),
            Column.sum("units"),
            Column.sum("revenue"),
            Column.number("grossOrders"),
            Column.sum("grossRevenue")),

    /** Orders placed by country, most net revenue first. */
    ORDERS_BY_COUNTRY(
            Column.text("country"),
            Column.number("orders"),
            Column.sum("units"),
            Column.sum("revenue"),
            Column.number("grossOrders"),
            Column.sum("grossRevenue")),

    /** Products by what was ordered of them and lives, most net revenue first. */
    TOP_PRODUCTS(
            Column.text("sku"),
            Column.number("orders"),
            Column.sum("units"),
            Column.sum("revenue"),
            Column.sum("grossUnits"),
            Column.sum("grossRevenue")),

    /** How many orders were scored into each tenth of the scale (0 to 9), by model, and their mean score. */
    FRAUD_SCORES(
            Column.text("model"),
            Column.text("modelVersion"),
            Column.number("bucket"),
            Column.number("scores"),
            Column.decimal("mean")),

    /** Orders confirmed and rejected, by who decided. */
    DECISIONS(Column.text("event"), Column.text("decidedBy"), Column.number("orders")),

    /** How often each thing happened to the orders placed in the window, in all currencies. */
    ORDER_EVENTS(Column.text("event"), Column.number("events")),

    /**
     * Orders placed in the window: gross as they were placed; net (orders, units, revenue) of those that were not refused,
     * rejected or cancelled and did not expire since; and what was taken off. Customers of placed orders are counted within
     * some 2 %. No row where nothing was placed.
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

    /** One row: when the newest event that is counted happened, and how many there are; null where there are none. */
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

    /** Who asks a query. */
    public enum Use {
        /** People, through the dashboards and their data. */
        DASHBOARD,
        /** The reconciliation of an import, which asks Druid itself. */
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

    /** Who asks it. */
    public Use use() {
        return use;
    }

    /** Its name in URLs, such as {@code top-products}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
