package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.inventory.AdjustStock;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Tests the metadata of messages, and that each message declares all of it. */
class MessagesTest {
    private static final Set<String> PRICES = Set.of("unitPrice", "previousUnitPrice");
    private static final Set<String> AMOUNTS = Set.of("total", "revenue", "netRevenue", "totalSpent");

    @Test
    void a_command_an_event_and_an_outcome_say_what_they_are() {
        assertThat(Messages.of(AdjustStock.class)).satisfies(adjust -> {
            assertThat(adjust.kind()).isEqualTo(MessageType.Kind.COMMAND);
            assertThat(adjust.domain()).isEqualTo("inventory");
            assertThat(adjust.name()).isEqualTo("AdjustStock");
            assertThat(adjust.topic()).contains("inventory.commands");
            assertThat(adjust.writers()).containsExactly("api");
            assertThat(adjust.isStored()).isFalse();
        });
        assertThat(Messages.of(OrderCreated.class)).satisfies(created -> {
            assertThat(created.name()).isEqualTo("order.created");
            assertThat(created.isPublished()).isTrue();
            assertThat(created.readers()).containsExactly("api", "fraud-scoring", "facts");
        });
        assertThat(Messages.of(CommandOutcome.class).isStored()).isTrue();
    }

    @Test
    void a_part_of_messages_is_none() {
        assertThatThrownBy(() -> Messages.of(OrderLine.class)).hasMessageContaining("declares no @kind");
    }

    @Test
    void names_are_unique() {
        assertThat(Messages.all()).extracting(MessageType::name).doesNotHaveDuplicates();
    }

    @Test
    void what_users_read_of_an_event_begins_with_its_name() {
        assertThat(Messages.all())
                .filteredOn(message -> message.kind() == MessageType.Kind.EVENT)
                .allSatisfy(event -> assertThat(event.description()).startsWith(event.name()));
    }

    /**
     * Times, prices, amounts and ids are numbers and texts on the wire; logical types in their schemas distinguish
     * them.
     */
    @Test
    void times_prices_and_amounts_have_their_logical_types() {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (MessageType message : Messages.all()) {
            check(SchemaRegistry.schemaOf(message.type()), seen, wrong);
        }
        assertThat(seen).contains("com.fusioncommerce.schemas.orders.OrderSummary");
        assertThat(wrong).isEmpty();
    }

    private static void check(Schema schema, Set<String> seen, List<String> wrong) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(one -> check(one, seen, wrong));
            case ARRAY -> check(schema.getElementType(), seen, wrong);
            case MAP -> check(schema.getValueType(), seen, wrong);
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    for (Schema.Field field : schema.getFields()) {
                        check(field.schema(), seen, wrong);
                        String wanted = logicalType(field.name());
                        if (!wanted.isEmpty() && !wanted.equals(logicalType(field.schema()))) {
                            wrong.add(schema.getName() + "." + field.name() + " has not the logical type " + wanted);
                        }
                    }
                }
            }
            default -> {}
        }
    }

    private static String logicalType(String field) {
        if (field.equals("at") || field.equals("time") || field.equals("happenedIn") || field.endsWith("At")) {
            return "epoch-millis";
        }
        return PRICES.contains(field) ? "unit-price" : AMOUNTS.contains(field) ? "minor-units" : "";
    }

    /** The logical type of a value, null or not; null where it has none. */
    private static String logicalType(Schema schema) {
        return schema.getType() == Schema.Type.UNION
                ? schema.getTypes().stream()
                        .map(MessagesTest::logicalType)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : (String) schema.getObjectProp("logicalType");
    }
}
