package com.fusioncommerce.streams.kernel;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The heart of a domain: pure, with time and ids handed in. */
public interface Decider {
    /**
     * Decides a command against the states as they stand.
     *
     * @throws IllegalArgumentException if the domain knows no such command
     */
    Decision decide(SpecificRecord command, Context context);

    /** Folds an event into the states. Everything it needs is in the event. */
    void evolve(SpecificRecord event, States states);

    /**
     * The answer to a command whose answer was put off, or empty while the aggregate has not settled.
     *
     * @see Decision.Accepted#answerLater()
     */
    default Optional<Decision> settled(Context context) {
        return Optional.empty();
    }

    /**
     * The state that the answer to a command shows, as of the end of what it set in motion; empty where the answer is made
     * of the decision's scalars alone. It is kept with the answer, so that a repeated request gets what the first one got.
     */
    default Optional<SpecificRecord> shown(SpecificRecord command, Context context) {
        return Optional.empty();
    }
}
