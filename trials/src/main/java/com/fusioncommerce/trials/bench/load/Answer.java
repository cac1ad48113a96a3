package com.fusioncommerce.trials.bench.load;

import java.util.Optional;

/** An answer as it is looked at; valid only while the observer looks. */
public final class Answer {
    private final ResponseParser parser;
    private byte[] request;

    Answer(ResponseParser parser) {
        this.parser = parser;
    }

    void to(byte[] sent) {
        request = sent;
    }

    /** What it answers, as it was sent. */
    public byte[] request() {
        return request;
    }

    /** The HTTP status. */
    public int status() {
        return parser.status();
    }

    /** A header, its name in lower case. */
    public Optional<String> header(String name) {
        return parser.header(name);
    }

    /** The body as text. */
    public String body() {
        return parser.body();
    }

    /** Looks at every answer. Called by the client's thread, which it holds up. */
    @FunctionalInterface
    public interface Observer {
        /** Looks at one. */
        void answered(Answer answer);

        /** Looks at none. */
        static Observer none() {
            return answer -> {};
        }
    }
}
