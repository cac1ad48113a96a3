package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Rule;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Rules of fields that fill a command's fields, derived from the message's {@code @form}, {@code @min} and
 * {@code @max}.
 */
public final class MessageRules {
    private static final String UNIT_PRICE = "unit-price";

    private static final Map<String, Rule<String>> FORMS =
            Map.of("pool", Rules.POOL, "sku", Rules.SKU, "currency", Rules.CURRENCY, UNIT_PRICE, Rules.PRICE);

    private MessageRules() {}

    /**
     * The rule of a text for a field of a message.
     *
     * @throws IllegalArgumentException if the message has no such field, or its form is unknown
     */
    public static Rule<String> text(Class<? extends SpecificRecord> message, String field) {
        Rule<String> rule = FORMS.get(form(declared(message, field)));
        if (rule == null) {
            throw new IllegalArgumentException(message.getName() + "." + field + " declares no form");
        }
        return rule;
    }

    /**
     * The rule of a quantity for a field of a message: the range from {@code @min} to {@code @max}.
     *
     * @throws IllegalArgumentException if the message has no such field, or the field declares no range
     */
    public static Rule<Long> units(Class<? extends SpecificRecord> message, String field) {
        return Rule.range(ProblemType.INVALID_QUANTITY, bound(message, field, "min"), bound(message, field, "max"));
    }

    private static long bound(Class<? extends SpecificRecord> message, String field, String which) {
        if (declared(message, field).getObjectProp(which) instanceof Number bound) {
            return bound.longValue();
        }
        throw new IllegalArgumentException(message.getName() + "." + field + " declares no @" + which);
    }

    private static Schema.Field declared(Class<? extends SpecificRecord> message, String field) {
        Schema.Field declared = SpecificData.get().getSchema(message).getField(field);
        if (declared == null) {
            throw new IllegalArgumentException(message.getName() + " has no field " + field);
        }
        return declared;
    }

    private static String form(Schema.Field field) {
        Object form = field.getObjectProp("form");
        return form == null ? String.valueOf(field.schema().getObjectProp("logicalType")) : form.toString();
    }
}
