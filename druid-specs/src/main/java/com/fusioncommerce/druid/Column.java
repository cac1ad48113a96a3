package com.fusioncommerce.druid;

/**
 * A column of a query's rows.
 *
 * @param name the column's name
 * @param type the type of the column's values
 */
public record Column(String name, Type type) {
    /** The type of a column's values. */
    public enum Type {
        /** A text, read with {@link Row#text}. */
        TEXT,
        /** A whole number, read with {@link Row#number}. */
        NUMBER,
        /** A whole number of any size, read with {@link Row#sum}. */
        SUM,
        /** A floating-point number, read with {@link Row#decimal}. */
        DECIMAL,
        /** A point in time, read with {@link Row#time}. */
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
