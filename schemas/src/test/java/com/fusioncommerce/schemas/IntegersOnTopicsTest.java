package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/**
 * Every 64-bit integer on a topic is a count or a time, and so stays in JavaScript's exact range. A hash or a random
 * number would not: such a value is fixed or bytes.
 */
class IntegersOnTopicsTest {
    private static final Pattern TIME = Pattern.compile("at|time|eventTimes|happenedIn|[a-z][A-Za-z]*At");
    private static final Pattern MONEY = Pattern.compile("unitPrice|[a-z]+UnitPrice|total|revenue|totalSpent");
    private static final Pattern COUNT = Pattern.compile(
            "quantity|units|onHand|previousOnHand|reserved|delta|requested|available|lines|orders|version|offset"
                    + "|[a-z]+(Lines|Orders|Units|Revenue)");
    /** Fields no longer in use: 0 in new outcomes, kept for readers of old ones. */
    private static final Pattern RETIRED = Pattern.compile("fingerprint");

    @Test
    void a_number_that_means_nothing_is_on_no_topic() {
        Set<String> opaque = new TreeSet<>();
        for (Topic topic : Topics.all()) {
            for (Class<? extends SpecificRecord> type : topic.values()) {
                walk(SpecificData.get().getSchema(type), new HashSet<>(), opaque);
            }
        }

        assertThat(opaque).isEmpty();
    }

    private static void walk(Schema record, Set<String> seen, Set<String> opaque) {
        if (seen.add(record.getFullName())) {
            for (Schema.Field field : record.getFields()) {
                look(record.getName() + "." + field.name(), field.name(), field.schema(), seen, opaque);
            }
        }
    }

    private static void look(String place, String name, Schema schema, Set<String> seen, Set<String> opaque) {
        switch (schema.getType()) {
            case RECORD -> walk(schema, seen, opaque);
            case ARRAY -> look(place, name, schema.getElementType(), seen, opaque);
            case MAP -> look(place, name, schema.getValueType(), seen, opaque);
            case UNION -> schema.getTypes().forEach(type -> look(place, name, type, seen, opaque));
            case LONG -> {
                if (!isKnown(name)) {
                    opaque.add(place);
                }
            }
            default -> {}
        }
    }

    private static boolean isKnown(String name) {
        return TIME.matcher(name).matches()
                || MONEY.matcher(name).matches()
                || COUNT.matcher(name).matches()
                || RETIRED.matcher(name).matches();
    }
}
