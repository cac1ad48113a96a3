package com.fusioncommerce.trials.bench.load;

import java.util.Optional;

/** An answer as seen by an observer; valid only during the call. */
public final class Answer {
    private final ResponseParser parser;
    private byte[] request;

    Answer(ResponseParser parser) {
        this.parser = parser;
    }

    void to(byte[] sent) {
        request = sent;
    }

    /** The answered request, as sent. */
    public byte[] request() {
        return request;
    }

    /** The HTTP status. */
    public int status() {
        return parser.status();
    }

    /** A header; {@code name} in lower case. */
    public Optional<String> header(String name) {
        return parser.header(name);
    }

    /** The body as text. */
    public String body() {
        return parser.body();
    }

    /** Observer of every answer. Called by the client's thread, which it blocks. */
    @FunctionalInterface
    public interface Observer {
        /** Observes one answer. */
        void answered(Answer answer);

        /** An observer that does nothing. */
        static Observer none() {
            return answer -> {};
        }
    }
}
