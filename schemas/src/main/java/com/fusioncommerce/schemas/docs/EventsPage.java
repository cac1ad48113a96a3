package com.fusioncommerce.schemas.docs;

import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** The page of all topics and records in Markdown. */
final class EventsPage {
    private static final String INTRODUCTION = """
            # Topics and messages

            Generated from the Avro schemas: do not edit, run
            `mvn -q -f schemas/pom.xml compile exec:java@docs`. The same as an AsyncAPI 3.0 document: [asyncapi.json](asyncapi.json).

            Values are Avro in Confluent wire format: a zero byte, the schema's id in the registry as four bytes, the
            record. Subjects are named after topic and record (`TopicRecordNameStrategy`). Keys are UTF-8 text,
            `tenant/aggregate-id`; an id that starts with `pool~` lies in the partition of its pool. Amounts are whole
            minor units of an ISO 4217 currency, prices of one unit whole 1/10,000 of its major unit, times whole
            milliseconds since the epoch; none of them, and no count, is beyond 2^53 - 2, so that clients without 64-bit
            integers have them exactly. The API shows events in its own shapes, as [api.md](api.md) says.

            A message says in its schema what it is (`kind`, `event`, `published`, `topic`, `key`), and a field which rules it
            has (`form`, `min`, `max`), whether it is `personal`, and by its logical type what a number means: `minor-units`
            of a currency, `unit-price` in 1/10,000 of its major unit, `epoch-millis`, or an `id`. Readers that know none of
            these see plain numbers and texts.

            Headers follow CloudEvents 1.0 in binary mode: `%s` (unique; a command is deduplicated by it), `%s` (the names
            given below), `%s`, `%s`, `%s` and `%s`. With them go `%s`, `%s`, `%s` and `%s`;
            `%s`, a JSON object that says who asked for it (`subject`, `roles`, `onBehalfOf`, `client`,
            `customer`), absent where it was the platform itself; on an event `%s`, the customer to whom belongs what it is
            about, absent where it belongs to none; and on a command of a policy `%s`, the policy and the id that its event was about.

            What cannot be read lies unchanged in `<topic>%s`, with the headers `%s`, `%s`, `%s`, `%s` and `%s`.
            """;

    private final StringBuilder out = new StringBuilder();
    private final Map<String, Schema> parts = new TreeMap<>();

    String render() {
        introduction();
        overview();
        Topics.all().forEach(this::topic);
        out.append("\n## State\n\nRecords of state stores and of their changelogs.\n");
        Messages.stored().forEach(type -> record(Records.schemaOf(type), ""));
        out.append("\n## Parts of records\n");
        parts.values().forEach(this::part);
        return out.toString();
    }

    private void introduction() {
        out.append(INTRODUCTION.formatted(
                MessageHeaders.ID,
                MessageHeaders.TYPE,
                MessageHeaders.SOURCE,
                MessageHeaders.TIME,
                MessageHeaders.SUBJECT,
                MessageHeaders.SPEC_VERSION,
                MessageHeaders.TENANT,
                MessageHeaders.CORRELATION_ID,
                MessageHeaders.CAUSATION_ID,
                MessageHeaders.TRACE_PARENT,
                MessageHeaders.ACTOR,
                MessageHeaders.CUSTOMER,
                MessageHeaders.SENT_BY,
                DeadLetters.of(""),
                DeadLetters.TOPIC,
                DeadLetters.PARTITION,
                DeadLetters.OFFSET,
                DeadLetters.REASON,
                DeadLetters.APPLICATION));
    }

    private void overview() {
        out.append(
                "\n| topic | kind | key | partitions | kept | written by | read by |\n|---|---|---|---|---|---|---|\n");
        for (Topic topic : Topics.all()) {
            row(List.of(
                    "[%s](#%s)".formatted(topic.name(), anchor(topic.name())),
                    topic.kind().name().toLowerCase(Locale.ROOT),
                    topic.key(),
                    String.valueOf(topic.partitions()),
                    kept(topic),
                    String.join(", ", topic.writers()),
                    String.join(", ", topic.readers())));
        }
    }

    private void topic(Topic topic) {
        out.append("\n## ").append(topic.name()).append("\n\n");
        out.append(topic.description()).append('\n');
        for (Class<? extends SpecificRecord> type : topic.values()) {
            record(Records.schemaOf(type), Records.messageType(type));
        }
    }

    private void record(Schema schema, String messageType) {
        out.append("\n### ").append(schema.getName()).append("\n\n");
        if (!messageType.isEmpty()) {
            out.append("`").append(messageType).append("`. ");
        }
        out.append(Records.meaning(schema)).append("\n\n");
        fields(schema);
    }

    private void part(Schema schema) {
        out.append("\n### ").append(schema.getName()).append("\n\n");
        if (schema.getDoc() != null) {
            out.append(schema.getDoc()).append("\n\n");
        }
        if (schema.getType() == Schema.Type.ENUM) {
            out.append("One of `")
                    .append(String.join("`, `", schema.getEnumSymbols()))
                    .append("`.\n");
        } else {
            fields(schema);
        }
    }

    private void fields(Schema schema) {
        out.append("| field | type | default | meaning |\n|---|---|---|---|\n");
        for (Schema.Field field : schema.getFields()) {
            row(List.of(
                    "`" + field.name() + "`",
                    typeName(field.schema()),
                    Records.defaultOf(field),
                    (field.doc() == null ? "" : field.doc()) + Records.rulesOf(field)));
        }
    }

    private String typeName(Schema schema) {
        return switch (schema.getType()) {
            case ARRAY -> "list of " + typeName(schema.getElementType());
            case MAP -> "map of " + typeName(schema.getValueType());
            case UNION ->
                String.join(
                        " or ", schema.getTypes().stream().map(this::typeName).toList());
            case RECORD, ENUM -> {
                noted(schema);
                yield "[%s](#%s)".formatted(schema.getName(), anchor(schema.getName()));
            }
            default -> {
                Object logical = schema.getObjectProp("logicalType");
                yield schema.getType().getName() + (logical == null ? "" : " (" + logical + ")");
            }
        };
    }

    /** Collects a nested record or enum, and those nested in it, for the end of the page. */
    private void noted(Schema schema) {
        if (parts.put(schema.getName(), schema) == null && schema.getType() == Schema.Type.RECORD) {
            schema.getFields().forEach(field -> typeName(field.schema()));
        }
    }

    private void row(List<String> cells) {
        out.append("| ")
                .append(String.join(" | ", cells.stream().map(EventsPage::cell).toList()))
                .append(" |\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ');
    }

    private static String kept(Topic topic) {
        if (topic.compacted()) {
            return "newest of each key";
        }
        Duration retention = topic.retention();
        if (retention == null) {
            return "for ever";
        }
        return retention.toDays() > 0 ? retention.toDays() + " days" : retention.toHours() + " h";
    }

    /** The anchor that common Markdown renderers give a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
    }
}
