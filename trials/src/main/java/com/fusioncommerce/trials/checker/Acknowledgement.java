package com.fusioncommerce.trials.checker;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A client's record of one command's final answer, a JSON line of a journal. Every attempt carried {@code id} as {@code
 * X-Correlation-Id}, by which the command is found in the log.
 *
 * @param id of the command, unique in the journal
 * @param kind of the command
 * @param key {@code tenant/id} of the order, stock or product; for a refused order without an id the tenant alone
 * @param status HTTP status of the final answer
 * @param code the problem's code of a refusal, empty if accepted
 * @param units ordered units by SKU; empty for other kinds
 * @param amount stock to set, add or move; 0 for other kinds
 * @param at time of the answer, milliseconds since the epoch
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Acknowledgement(
        @JsonProperty("id") String id,
        @JsonProperty("kind") Kind kind,
        @JsonProperty("key") String key,
        @JsonProperty("status") int status,
        @JsonProperty("code") String code,
        @JsonProperty("units") Map<String, Long> units,
        @JsonProperty("amount") long amount,
        @JsonProperty("at") long at) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_REFUSAL = 300;

    /** Kinds of commands. */
    public enum Kind {
        PRODUCT,
        SET_STOCK,
        ADJUST_STOCK,
        TRANSFER,
        SPREAD,
        ORDER,
        CANCELLATION
    }

    /** Replaces missing fields by defaults. */
    public Acknowledgement {
        code = code == null ? "" : code;
        units = units == null ? Map.of() : Map.copyOf(units);
    }

    /** Whether the command was accepted. */
    public boolean accepted() {
        return status < FIRST_REFUSAL;
    }

    /** The JSON line, without line break. */
    public String line() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an acknowledgement is always JSON", e);
        }
    }

    /**
     * Reads all lines of a journal. A last line without line break is a torn write, and is skipped.
     *
     * @throws CheckFailedException if the journal cannot be read
     */
    public static List<Acknowledgement> read(Path journal) {
        try {
            String text = Files.readString(journal);
            List<Acknowledgement> all = new ArrayList<>();
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                all.add(parse(journal, all.size() + 1, line));
            }
            if (all.isEmpty()) {
                throw new CheckFailedException("the journal " + journal + " has no whole line: it would prove nothing");
            }
            return all;
        } catch (NoSuchFileException e) {
            throw new CheckFailedException("there is no journal " + journal, e);
        } catch (IOException e) {
            throw new CheckFailedException("the journal " + journal + " cannot be read: " + e, e);
        }
    }

    private static Acknowledgement parse(Path journal, int number, String line) {
        Acknowledgement told;
        try {
            told = JSON.readValue(line, Acknowledgement.class);
        } catch (JsonProcessingException e) {
            throw new CheckFailedException(
                    "line " + number + " of the journal " + journal + " is broken: " + e.getOriginalMessage(), e);
        }
        if (told == null
                || told.id == null
                || told.kind == null
                || told.key == null
                || told.status == 0
                || told.at == 0) {
            throw new CheckFailedException("line " + number + " of the journal " + journal
                    + " is broken: it needs id, kind, key, status and at");
        }
        return told;
    }
}
