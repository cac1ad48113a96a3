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
 * Converts the log's Avro records to JSON: fields keep their names, null fields are left out, and values have the same
 * format as in the API's other answers ({@link Shapes}). The field's name determines the meaning of an integer.
 */
public final class AvroJson {
    /** Grounds of the fraud gate's decisions, internal to the tenant and hidden from shoppers. */
    private static final Set<String> NOT_FOR_SHOPPERS = Set.of("score", "model", "modelVersion");

    private AvroJson() {}

    /** The meaning of an integer field. */
    enum Kind {
        /** Milliseconds since the epoch. */
        TIME,
        /** 1/10,000 of a currency's major unit. */
        UNIT_PRICE,
        /** Minor units of the currency of the record or of the enclosing record. */
        MONEY,
        /** A quantity. */
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

    /** A record as a value for {@link Json}. */
    public static Map<String, Object> of(SpecificRecord value) {
        return of(value, null, Set.of());
    }

    /** A record as a value for {@link Json}, without fields that are hidden from shoppers. */
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

    /** The currency of a record, its own or its summary's; otherwise that of the enclosing record. */
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
