package com.fusioncommerce.schemas.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fusioncommerce.schemas.Messages;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Text about records for the generated documents. */
final class Records {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Records() {}

    static Schema schemaOf(Class<? extends SpecificRecord> type) {
        return SpecificData.getForClass(type).getSchema(type);
    }

    static String messageType(Class<? extends SpecificRecord> type) {
        return Messages.nameOf(type);
    }

    /** A record's documentation, without the event name that it begins with. */
    static String meaning(Schema schema) {
        String doc = schema.getDoc() == null ? "" : schema.getDoc().strip();
        String rest = doc.replaceFirst("^[a-z]+\\.[a-z_]+[:.]?\\s*", "");
        return rest.isEmpty() ? "" : Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
    }

    /** A field's default as JSON, or nothing where it has none. */
    static String defaultOf(Schema.Field field) {
        JsonNode value = fieldJson(field).path("default");
        return value.isMissingNode() ? "" : "`" + value + "`";
    }

    /** The rules that a field declares, as sentences after its meaning. */
    static String rulesOf(Schema.Field field) {
        StringBuilder rules = new StringBuilder();
        Object form = field.getObjectProp("form");
        Object min = field.getObjectProp("min");
        Object max = field.getObjectProp("max");
        if (form != null) {
            rules.append(" Form: ").append(form).append('.');
        }
        if (min != null) {
            rules.append(" At least ").append(min).append('.');
        }
        if (max != null) {
            rules.append(" At most ").append(max).append('.');
        }
        if (Boolean.TRUE.equals(field.getObjectProp("personal"))) {
            rules.append(" Personal.");
        }
        return rules.toString();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro wrote what is no JSON", e);
        }
    }

    /** A field's JSON, from a record of it alone: Avro writes defaults only within a record. */
    private static JsonNode fieldJson(Schema.Field field) {
        Schema alone = Schema.createRecord("Alone", null, null, false);
        alone.setFields(List.of(new Schema.Field(field, field.schema())));
        return json(alone.toString()).path("fields").path(0);
    }
}
