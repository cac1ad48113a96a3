package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of a problem, with the table of all problem types. */
public final class ProblemSchema {
    /** The schema of a failed line of an order. */
    public static final Schema LINE = Schema.object()
            .field("line", Schema.count(1))
            .field("sku", Schema.text())
            .field("code", Schema.text())
            .optional("requested", Schema.count())
            .optional("available", Schema.count())
            .named("LineProblem");

    private static final Schema FIELD = Schema.object()
            .field("pointer", Schema.text().described("JSON pointer to the field."))
            .field("code", Schema.text())
            .field("detail", Schema.text())
            .named("FieldError");

    private ProblemSchema() {}

    static Schema of(Collection<ProblemType> types) {
        List<ProblemType> sorted = types.stream()
                .sorted(Comparator.comparingInt(ProblemType::status).thenComparing(ProblemType::code))
                .toList();
        return Schema.object()
                .field("type", Schema.text().example("urn:fusioncommerce:problem:unknown_sku"))
                .field("title", Schema.text())
                .field("status", Schema.of("integer"))
                .field(
                        "code",
                        Schema.words(sorted.stream().map(ProblemType::code).toList()))
                .field("detail", Schema.text())
                .field("instance", Schema.text().described("Names this occurrence in the server's log."))
                .optional("errors", Schema.listOf(FIELD))
                .optional("problems", Schema.listOf(LINE))
                .closed()
                .described("RFC 9457. The code is stable; x-problems lists every one with its status.")
                .with("x-problems", sorted.stream().map(ProblemSchema::row).toList())
                .named("Problem");
    }

    private static Map<String, Object> row(ProblemType type) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", type.code());
        row.put("status", type.status());
        row.put("title", type.title());
        return row;
    }
}
