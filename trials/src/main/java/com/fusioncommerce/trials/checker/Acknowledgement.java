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
 * What a client was told about one command, a line of a journal in JSON. The client sent its {@code id} as
 * {@code X-Correlation-Id} with every attempt, by which the command is found in the log.
 *
 * @param id the command's, unique in the journal
 * @param kind what was asked for
 * @param key {@code tenant/id} of the order, stock or product; for a refused order without an id the tenant alone
 * @param status HTTP status of the answer that ended it
 * @param code the problem's code where it was refused, empty where it was done
 * @param units units asked for by SKU, of an order; empty elsewhere
 * @param amount units on hand to be, to be added, or to be moved, of stock; 0 elsewhere
 * @param at when the answer came, milliseconds since the epoch
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

    /** What a command asks for. */
    public enum Kind {
        PRODUCT,
        SET_STOCK,
        ADJUST_STOCK,
        TRANSFER,
        SPREAD,
        ORDER,
        CANCELLATION
    }

    /** Fills what a line leaves out. */
    public Acknowledgement {
        code = code == null ? "" : code;
        units = units == null ? Map.of() : Map.copyOf(units);
    }

    /** Whether the client was told that it was done. */
    public boolean accepted() {
        return status < FIRST_REFUSAL;
    }

    /** As a line, without its end. */
    public String line() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an acknowledgement is always JSON", e);
        }
    }

    /**
     * All lines of a journal. A last line without its end was cut short when its writer died, and counts as not written.
     *
     * @throws CheckFailedException if it cannot be read
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
