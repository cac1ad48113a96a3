package com.fusioncommerce.api.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.streams.deadletters.DeadLetter;
import java.util.List;

/** JSON representation of a dead letter; {@code payload} is included for a single one only. */
record DeadLetterJson(
        String id,
        String status,
        String topic,
        String at,
        String key,
        String type,
        String messageId,
        String correlationId,
        String application,
        String reason,
        String payload) {
    static final Schema SCHEMA = Schema.object()
            .field("id", Schema.text().example("orders.commands@12"))
            .field("status", Schema.words(List.of("open", "retried")))
            .field("topic", Schema.words(Topics.all().stream().map(Topic::name).toList()))
            .field("at", SharedSchemas.TIMESTAMP)
            .field("key", Schema.text().described("Of the aggregate that it is about."))
            .field("type", Schema.text().described("Such as PlaceOrder; empty where it says none."))
            .field("messageId", Schema.text())
            .field("correlationId", Schema.text())
            .field("application", Schema.text().described("Which one put it aside."))
            .field("reason", Schema.text().described("Why."))
            .optional(
                    "payload",
                    Schema.text().described("What it says, as far as it can be read; of a single dead letter only."))
            .named("DeadLetter");

    /** A page of them, the newest first. */
    record Page(
            List<DeadLetterJson> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) String next) {
        static final Schema SCHEMA = SharedSchemas.page("DeadLetterPage", DeadLetterJson.SCHEMA, SharedSchemas.next());
    }

    static DeadLetterJson of(DeadLetter letter) {
        return whole(letter, null);
    }

    static DeadLetterJson whole(DeadLetter letter, String payload) {
        return new DeadLetterJson(
                letter.id().toString(),
                letter.isRetried() ? "retried" : "open",
                letter.id().topic().name(),
                Shapes.time(letter.at()),
                Keys.id(letter.key()),
                letter.type(),
                letter.messageId(),
                letter.correlationId(),
                letter.application(),
                letter.reason(),
                payload);
    }
}
