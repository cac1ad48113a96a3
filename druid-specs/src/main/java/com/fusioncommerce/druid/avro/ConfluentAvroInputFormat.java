package com.fusioncommerce.druid.avro;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.File;
import java.util.List;
import java.util.Objects;
import org.apache.druid.data.input.InputEntity;
import org.apache.druid.data.input.InputEntityReader;
import org.apache.druid.data.input.InputFormat;
import org.apache.druid.data.input.InputRowSchema;

/**
 * Input format for Avro in Confluent wire format: a zero byte, the schema's id as four bytes, the record. Usage in a
 * spec:
 * <pre>{@code "inputFormat": {"type": "confluent_avro", "schemaRegistryUrls": ["http://…"]}}</pre>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class ConfluentAvroInputFormat implements InputFormat {
    private static final String LIMITS = "org.apache.avro.limits.";
    private static final String LONGEST = String.valueOf(4 << 20);

    static {
        // By default Avro takes a few corrupt bytes for a string's length and allocates 2 GB.
        for (String limited : List.of("string.maxLength", "bytes.maxLength", "collectionItems.maxLength")) {
            System.getProperties().putIfAbsent(LIMITS + limited, LONGEST);
        }
    }

    private final List<String> schemaRegistryUrls;
    private final String userInfoVariable;

    /**
     * Creates the input format from a spec, by Jackson.
     *
     * @param schemaRegistryUrls base URLs of a Confluent-compatible API, tried in turn; at least one
     * @param userInfoVariable the environment variable of Druid's processes that holds {@code user:password}, or null:
     *     Druid stores and shows specs, so they must not contain the secret
     */
    @JsonCreator
    public ConfluentAvroInputFormat(
            @JsonProperty("schemaRegistryUrls") List<String> schemaRegistryUrls,
            @JsonProperty("userInfoVariable") String userInfoVariable) {
        if (schemaRegistryUrls == null || schemaRegistryUrls.isEmpty()) {
            throw new IllegalArgumentException("schemaRegistryUrls: at least one URL is needed");
        }
        this.schemaRegistryUrls = List.copyOf(schemaRegistryUrls);
        this.userInfoVariable = userInfoVariable;
    }

    /** The base URLs of the schema registry. */
    @JsonProperty
    public List<String> getSchemaRegistryUrls() {
        return schemaRegistryUrls;
    }

    /** The environment variable with the registry's credentials, or null. */
    @JsonProperty
    public String getUserInfoVariable() {
        return userInfoVariable;
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public InputEntityReader createReader(InputRowSchema schema, InputEntity source, File temporaryDirectory) {
        return new ConfluentAvroReader(schema, source, WriterSchemas.of(schemaRegistryUrls, userInfoVariable));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfluentAvroInputFormat that
                && schemaRegistryUrls.equals(that.schemaRegistryUrls)
                && Objects.equals(userInfoVariable, that.userInfoVariable);
    }

    @Override
    public int hashCode() {
        return Objects.hash(schemaRegistryUrls, userInfoVariable);
    }
}
