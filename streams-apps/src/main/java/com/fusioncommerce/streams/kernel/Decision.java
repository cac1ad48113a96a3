package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.common.LineProblem;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** The result of deciding a command: events, a refusal, or a deferred answer. */
public sealed interface Decision {
    /**
     * The command is accepted with these events.
     *
     * @param events the events, in order; empty if the command changes nothing
     * @param answer scalars for the sender
     * @param deadline change of the aggregate's deadline
     * @param answerLater whether the answer is deferred until {@link Decider#settled} gives one
     */
    record Accepted(
            List<SpecificRecord> events, Map<String, String> answer, DeadlineChange deadline, boolean answerLater)
            implements Decision {

        /** A copy that sets or replaces the aggregate's deadline. */
        public Accepted withDeadline(long at, SpecificRecord command) {
            return new Accepted(events, answer, new DeadlineChange.Set(at, command), answerLater);
        }

        /** A copy that removes the aggregate's deadline. */
        public Accepted withoutDeadline() {
            return new Accepted(events, answer, new DeadlineChange.Clear(), answerLater);
        }

        /** A copy whose answer is deferred until the aggregate has settled. */
        public Accepted answeredLater() {
            return new Accepted(events, answer, deadline, true);
        }
    }

    /**
     * The command is refused; nothing happened.
     *
     * @param refusal the declared refusal
     * @param message a sentence for a person
     * @param problems the lines at fault, where there are lines
     */
    record Rejected(Refusal refusal, String message, List<LineProblem> problems) implements Decision {
        /** The stable code of the refusal. */
        public String reason() {
            return refusal.code();
        }
    }

    /** Accepts with these events. */
    static Accepted accept(SpecificRecord... events) {
        return new Accepted(List.of(events), Map.of(), new DeadlineChange.Keep(), false);
    }

    /** Accepts with these events and scalars for the sender. */
    static Accepted accept(List<SpecificRecord> events, Map<String, String> answer) {
        return new Accepted(events, answer, new DeadlineChange.Keep(), false);
    }

    /** Accepts a command that changes nothing, without events. */
    static Accepted nothingNew() {
        return accept();
    }

    /** Refuses the command. */
    static Rejected reject(Refusal refusal, String message) {
        return reject(refusal, message, List.of());
    }

    /** Refuses the command because of single lines. */
    static Rejected reject(Refusal refusal, String message, List<LineProblem> problems) {
        return new Rejected(refusal, message, problems);
    }
}
