package com.fusioncommerce.druid;

/**
 * A column of a query's rows.
 *
 * @param name its name
 * @param type what its values are
 */
public record Column(String name, Type type) {
    /** What a column holds. */
    public enum Type {
        /** Read with {@link Row#text}. */
        TEXT,
        /** A whole number, read with {@link Row#number}. */
        NUMBER,
        /** A whole number of any size, read with {@link Row#sum}. */
        SUM,
        /** Read with {@link Row#decimal}. */
        DECIMAL,
        /** Read with {@link Row#time}. */
        TIME
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    static Column number(String name) {
        return new Column(name, Type.NUMBER);
    }

    static Column sum(String name) {
        return new Column(name, Type.SUM);
    }

    static Column decimal(String name) {
        return new Column(name, Type.DECIMAL);
    }

    static Column time(String name) {
        return new Column(name, Type.TIME);
    }
}
