package com.fusioncommerce.api.web;

import com.fusioncommerce.api.web.Shapes.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Records of the log as JSON: fields under their own names, null fields left out, and each value in the shape that it has
 * in the API's other answers ({@link Shapes}). What an integer means follows from its field's name.
 */
public final class AvroJson {
    /** What the fraud gate's decisions rest on: the tenant's business, which shoppers are not told. */
    private static final Set<String> NOT_FOR_SHOPPERS = Set.of("score", "model", "modelVersion");

    private AvroJson() {}

    /** What a field's integer stands for. */
    enum Kind {
        /** Milliseconds since the epoch. */
        TIME,
        /** 1/10,000 of a currency's major unit. */
        UNIT_PRICE,
        /** Minor units of the currency that the record, or the one it lies in, names. */
        MONEY,
        /** A number of something. */
        COUNT;

        static Kind of(String field) {
            if (field.equals("at") || field.endsWith("At")) {
                return TIME;
            }
            if (field.equals("unitPrice") || field.endsWith("UnitPrice")) {
                return UNIT_PRICE;
            }
            return field.equals("total") ? MONEY : COUNT;
        }
    }

    /** A record as a value that {@link Json} writes. */
    public static Map<String, Object> of(SpecificRecord value) {
        return of(value, null, Set.of());
    }

    /** The same without what is none of a shopper's business. */
    public static Map<String, Object> toShoppers(SpecificRecord value) {
        return of(value, null, NOT_FOR_SHOPPERS);
    }

    private static Map<String, Object> of(SpecificRecord value, String outerCurrency, Set<String> without) {
        String currency = currency(value, outerCurrency);
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : value.getSchema().getFields()) {
            Object json = json(field.name(), value.get(field.pos()), currency, without);
            if (json != null && !without.contains(field.name())) {
                fields.put(field.name(), json);
            }
        }
        return fields;
    }

    private static Object json(String field, Object value, String currency, Set<String> without) {
        if (value instanceof Long number) {
            return number(field, number, currency);
        }
        if (value instanceof SpecificRecord nested) {
            return of(nested, currency, without);
        }
        if (value instanceof List<?> items) {
            List<Object> list = new ArrayList<>(items.size());
            items.forEach(item -> list.add(json(field, item, currency, without)));
            return list;
        }
        return value instanceof Enum<?> constant ? Shapes.word(constant) : value;
    }

    private static Object number(String field, long number, String currency) {
        return switch (Kind.of(field)) {
            case TIME -> Shapes.time(number);
            case UNIT_PRICE -> Shapes.unitPrice(number);
            case MONEY -> new Money(number, known(field, currency));
            case COUNT -> number;
        };
    }

    private static String known(String field, String currency) {
        if (currency == null) {
            throw new IllegalStateException("the amount " + field + " has no currency");
        }
        return currency;
    }

    /** The currency that a record names, itself or in its summary; else the one around it. */
    private static String currency(SpecificRecord value, String outer) {
        Schema.Field own = value.getSchema().getField("currency");
        if (own != null) {
            return (String) value.get(own.pos());
        }
        Schema.Field summary = value.getSchema().getField("summary");
        return summary != null && value.get(summary.pos()) instanceof SpecificRecord nested
                ? currency(nested, outer)
                : outer;
    }
}
