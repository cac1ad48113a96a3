package com.fusioncommerce.api.queries;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.threads.ByteBudget;
import com.fusioncommerce.api.web.Json;
import com.fusioncommerce.api.web.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One instance's rows of a page, and the partitions that they cover completely. */
record Slice(PageRows rows, Set<Integer> partitions) {
    static final Slice NOTHING = new Slice(new PageRows(0), Set.of());

    /** The slice as JSON between instances. */
    private record Told(List<ToldRow> rows, Set<Integer> partitions, String moreAfter) {}

    private record ToldRow(String key, @JsonRawValue String item) {}

    Reply reply() {
        List<ToldRow> told = rows.rows().stream()
                .map(row -> new ToldRow(row.key(), new String(row.json(), StandardCharsets.UTF_8)))
                .toList();
        return Reply.ok(new Told(told, partitions, rows.hasMore() ? rows.last() : null));
    }

    /**
     * Parses the slice in another instance's answer; empty if that did not answer.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException if the answer exceeded the budget
     */
    static Slice of(Reply reply, Throwable failure) {
        ByteBudget.refusal(failure).ifPresent(refused -> {
            throw refused;
        });
        if (failure != null || reply.status() != 200) {
            return NOTHING;
        }
        try {
            JsonNode told = Json.read(reply.body());
            PageRows rows = new PageRows(Integer.MAX_VALUE);
            for (JsonNode row : told.path("rows")) {
                if (!rows.add(row.path("key").textValue(), Json.write(row.path("item")))) {
                    break;
                }
            }
            if (told.path("moreAfter").isTextual()) {
                rows.goesOnAfter(told.path("moreAfter").textValue());
            }
            Set<Integer> partitions = new HashSet<>();
            told.path("partitions").forEach(partition -> partitions.add(partition.intValue()));
            return new Slice(rows, partitions);
        } catch (IOException e) {
            return NOTHING;
        }
    }
}
