package com.fusioncommerce.streams.kernel;

/**
 * A way in which a domain refuses a command. Deciders refuse with it, and the API answers with it and documents it: both
 * take it from this one declaration, which stands beside the decider.
 *
 * @param code stable, lower case with underscores, e.g. {@code negative_stock}; clients may decide by it
 * @param kind what is at fault
 * @param title a sentence for a person, the same for every occurrence
 */
public record Refusal(String code, Kind kind, String title) {
    /** What is at fault. */
    public enum Kind {
        /** What the command is about is not there. */
        UNKNOWN,
        /** The state does not allow the command. */
        CONFLICT,
        /** The command itself can never be done. */
        INVALID,
        /** The one who asks may not ask for it. */
        FORBIDDEN,
        /** The platform failed. */
        FAILURE
    }

    /** What the command is about is not there. */
    public static Refusal unknown(String code, String title) {
        return new Refusal(code, Kind.UNKNOWN, title);
    }

    /** The state does not allow the command. */
    public static Refusal conflict(String code, String title) {
        return new Refusal(code, Kind.CONFLICT, title);
    }

    /** The command itself can never be done. */
    public static Refusal invalid(String code, String title) {
        return new Refusal(code, Kind.INVALID, title);
    }

    /** The one who asks may not ask for it. */
    public static Refusal forbidden(String code, String title) {
        return new Refusal(code, Kind.FORBIDDEN, title);
    }
}
