package com.fusioncommerce.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.CompatibilityChecker;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.CompatibilityLevel;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;

/**
 * Checks schemas against all their released versions with the registry's own checker, so that the registry of a
 * deployment accepts every schema that passes.
 */
final class CompatibilityGate {
    private static final String HOW_TO_PROCEED =
            " Give the field a default or put it back; if the change must be, make it"
                    + " a new record and let readers move over.";

    /**
     * A path in the checker's messages and the schema that it walks, e.g. {@code '/fields/1/type' ... in the new
     * schema}.
     */
    private static final Pattern PATH = Pattern.compile("path '([^']*)'.*? in the (old|new) schema");

    private final ReleasedSchemas released;

    CompatibilityGate(ReleasedSchemas released) {
        this.released = released;
    }

    /**
     * One sentence for each change with which a new reader cannot read released records, or a released reader new
     * records.
     */
    List<String> problems(List<SchemaPromise> promises) {
        List<String> problems = new ArrayList<>(gone(promises));
        for (SchemaPromise promise : promises) {
            for (Map.Entry<Integer, Schema> version :
                    released.versions(promise.name()).entrySet()) {
                problems.addAll(problems(promise, version.getKey(), version.getValue()));
            }
        }
        return problems;
    }

    private List<String> gone(List<SchemaPromise> promises) {
        Set<String> current = promises.stream().map(SchemaPromise::name).collect(Collectors.toSet());
        return released.records().stream()
                .filter(record -> !current.contains(record))
                .map(record -> record + " was released and is gone: records of it may still lie in a topic or a store."
                        + " Put it back; if nothing can hold one any more, delete its folder of released versions.")
                .toList();
    }

    private static List<String> problems(SchemaPromise promise, int version, Schema old) {
        return checker(promise.compatibility()).isCompatible(parsed(promise.schema()), List.of(parsed(old))).stream()
                .filter(message -> message.startsWith("{errorType"))
                .map(message -> promise.name() + " breaks its promise " + promise.compatibility() + " to version "
                        + version + fieldIn(message, old, promise.schema()) + ": " + message + "." + HOW_TO_PROCEED)
                .toList();
    }

    /** A checker of one version: versions are checked one by one, so that each problem names its own. */
    private static CompatibilityChecker checker(String transitive) {
        String level = transitive.substring(0, transitive.indexOf('_'));
        return CompatibilityChecker.checker(CompatibilityLevel.forName(level));
    }

    private static AvroSchema parsed(Schema schema) {
        return new AvroSchema(schema.toString());
    }

    private static String fieldIn(String message, Schema old, Schema current) {
        Matcher path = PATH.matcher(message);
        if (!path.find()) {
            return "";
        }
        String field = fieldAt(path.group(1), path.group(2).equals("old") ? old : current);
        return field.isEmpty() ? "" : " at field " + field;
    }

    /** The names of the fields along a path of the checker, e.g. {@code summary.units}. */
    private static String fieldAt(String path, Schema root) {
        List<String> names = new ArrayList<>();
        Schema schema = root;
        String[] steps = path.substring(1).split("/", -1);
        for (int i = 0; i < steps.length; i++) {
            switch (steps[i]) {
                case "fields" -> {
                    i++;
                    Schema.Field field = schema.getFields().get(Integer.parseInt(steps[i]));
                    names.add(field.name());
                    schema = field.schema();
                }
                case "items" -> schema = schema.getElementType();
                case "values" -> schema = schema.getValueType();
                default -> schema = branch(schema, steps[i]);
            }
        }
        return String.join(".", names);
    }

    private static Schema branch(Schema schema, String step) {
        boolean numbered = !step.isEmpty() && step.chars().allMatch(Character::isDigit);
        return numbered && schema.isUnion() ? schema.getTypes().get(Integer.parseInt(step)) : schema;
    }
}
