package com.fusioncommerce.streams.kernel;

/**
 * A declared reason to refuse a command. Deciders refuse with it, and the API answers with it and documents it, both
 * from this one declaration beside the decider.
 *
 * @param code stable, lower case with underscores, e.g. {@code negative_stock}; clients may decide by it
 * @param kind kind of fault
 * @param title a sentence for a person, the same for every occurrence
 */
public record Refusal(String code, Kind kind, String title) {
    /** The kinds of faults. */
    public enum Kind {
        /** The command's aggregate does not exist. */
        UNKNOWN,
        /** The current state does not allow the command. */
        CONFLICT,
        /** The command is invalid in every state. */
        INVALID,
        /** The actor may not send the command. */
        FORBIDDEN,
        /** The platform failed. */
        FAILURE
    }

    /** A refusal because the command's aggregate does not exist. */
    public static Refusal unknown(String code, String title) {
        return new Refusal(code, Kind.UNKNOWN, title);
    }

    /** A refusal because the current state does not allow the command. */
    public static Refusal conflict(String code, String title) {
        return new Refusal(code, Kind.CONFLICT, title);
    }

    /** A refusal because the command is invalid in every state. */
    public static Refusal invalid(String code, String title) {
        return new Refusal(code, Kind.INVALID, title);
    }

    /** A refusal because the actor may not send the command. */
    public static Refusal forbidden(String code, String title) {
        return new Refusal(code, Kind.FORBIDDEN, title);
    }
}
