package com.fusioncommerce.schemas.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** The AsyncAPI 3.0 document in JSON: topics are channels, records are messages, writers and readers are operations. */
final class AsyncApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AVRO = "application/vnd.apache.avro+json;version=1.9.0";
    private static final String KAFKA_BINDING = "0.5.0";

    private final ObjectNode root = JSON.createObjectNode();

    String render() {
        root.put("asyncapi", "3.0.0");
        ObjectNode info = root.putObject("info");
        info.put("title", "FusionCommerce events");
        info.put("version", "1.0.0");
        info.put(
                "description",
                "Commands, events, states and facts of the platform. Values are Avro in Confluent wire format; subjects"
                        + " are named after topic and record. Headers are CloudEvents 1.0 in binary mode.");
        root.put("defaultContentType", "application/vnd.apache.avro");
        ObjectNode server = root.putObject("servers").putObject("local");
        server.put("host", "127.0.0.1:19092");
        server.put("protocol", "kafka");
        server.put("description", "The broker that `fusion up` starts; every address is configuration.");
        ObjectNode channels = root.putObject("channels");
        Topics.all().forEach(topic -> channel(channels.putObject(topic.name()), topic));
        ObjectNode operations = root.putObject("operations");
        Topics.all().forEach(topic -> operations(operations, topic));
        components(root.putObject("components"));
        return text() + "\n";
    }

    private static void channel(ObjectNode channel, Topic topic) {
        channel.put("address", topic.name());
        channel.put("description", topic.description());
        ObjectNode messages = channel.putObject("messages");
        for (Class<? extends SpecificRecord> type : topic.values()) {
            messages.putObject(type.getSimpleName()).put("$ref", "#/components/messages/" + messageId(type));
        }
        ObjectNode binding = channel.putObject("bindings").putObject("kafka");
        binding.put("topic", topic.name());
        binding.put("partitions", topic.partitions());
        ObjectNode configuration = binding.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add(topic.settings().get("cleanup.policy"));
        configuration.put("retention.ms", Long.parseLong(topic.settings().get("retention.ms")));
        binding.put("bindingVersion", KAFKA_BINDING);
    }

    private static void operations(ObjectNode operations, Topic topic) {
        topic.writers().forEach(writer -> operation(operations, writer, "send", topic));
        topic.readers().forEach(reader -> operation(operations, reader, "receive", topic));
    }

    private static void operation(ObjectNode operations, String application, String action, Topic topic) {
        ObjectNode operation = operations.putObject(application + "." + action + "." + topic.name());
        operation.put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
        operation.put("summary", application + (action.equals("send") ? " writes " : " reads ") + topic.name());
    }

    private static void components(ObjectNode components) {
        ObjectNode messages = components.putObject("messages");
        for (Topic topic : Topics.all()) {
            topic.values().forEach(type -> message(messages.putObject(messageId(type)), topic, type));
        }
        headers(components.putObject("messageTraits").putObject("envelope").putObject("headers"));
    }

    private static void message(ObjectNode message, Topic topic, Class<? extends SpecificRecord> type) {
        Schema schema = Records.schemaOf(type);
        message.put("name", Records.messageType(type));
        message.put("title", schema.getName());
        message.put("summary", Records.meaning(schema));
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/envelope");
        ObjectNode payload = message.putObject("payload");
        payload.put("schemaFormat", AVRO);
        payload.set("schema", Records.json(schema.toString()));
        ObjectNode binding = message.putObject("bindings").putObject("kafka");
        ObjectNode key = binding.putObject("key");
        key.put("type", "string");
        key.put("description", topic.key());
        binding.put("schemaIdLocation", "payload");
        binding.put("schemaIdPayloadEncoding", "confluent");
        binding.put("bindingVersion", KAFKA_BINDING);
    }

    private static void headers(ObjectNode headers) {
        headers.put("type", "object");
        ArrayNode required = headers.putArray("required");
        List.of(MessageHeaders.ID, MessageHeaders.TYPE, MessageHeaders.TENANT).forEach(required::add);
        ObjectNode properties = headers.putObject("properties");
        property(properties, MessageHeaders.ID, "Unique; a command is deduplicated by it.");
        property(properties, MessageHeaders.TYPE, "The message's name.");
        property(properties, MessageHeaders.SOURCE, "Who wrote it.");
        property(properties, MessageHeaders.TIME, "When, RFC 3339.");
        property(properties, MessageHeaders.SUBJECT, "Id of the aggregate.");
        property(properties, MessageHeaders.SPEC_VERSION, "Version of CloudEvents, 1.0.");
        property(properties, MessageHeaders.TENANT, "Whose it is.");
        property(properties, MessageHeaders.CORRELATION_ID, "The same for all that one request set in motion.");
        property(properties, MessageHeaders.CAUSATION_ID, "Id of the message that caused this one.");
        property(properties, MessageHeaders.TRACE_PARENT, "W3C trace context.");
    }

    private static void property(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }

    /** The id of a message: domain and name, e.g. {@code orders.OrderCreated}. */
    private static String messageId(Class<? extends SpecificRecord> type) {
        String namespace = type.getPackageName();
        return namespace.substring(namespace.lastIndexOf('.') + 1) + "." + type.getSimpleName();
    }

    private String text() {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        try {
            return JSON.writer(printer).writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not to be written as JSON", e);
        }
    }
}
