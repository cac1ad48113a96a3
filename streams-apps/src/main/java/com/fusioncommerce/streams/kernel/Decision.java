package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.common.LineProblem;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** The result of deciding a command: events, a refusal, or an answer that waits. */
public sealed interface Decision {
    /**
     * The command is done, by these events.
     *
     * @param events what happened, in order; empty if it had happened already
     * @param answer scalars for the one who asked
     * @param deadline what becomes of the aggregate's deadline
     * @param answerLater whether the answer waits until {@link Decider#settled} gives one
     */
    record Accepted(
            List<SpecificRecord> events, Map<String, String> answer, DeadlineChange deadline, boolean answerLater)
            implements Decision {

        /** With the aggregate's deadline set or replaced. */
        public Accepted withDeadline(long at, SpecificRecord command) {
            return new Accepted(events, answer, new DeadlineChange.Set(at, command), answerLater);
        }

        /** With the aggregate's deadline removed. */
        public Accepted withoutDeadline() {
            return new Accepted(events, answer, new DeadlineChange.Clear(), answerLater);
        }

        /** With an answer that comes when the aggregate has settled. */
        public Accepted answeredLater() {
            return new Accepted(events, answer, deadline, true);
        }
    }

    /**
     * The command is refused; nothing happened.
     *
     * @param refusal what kind of refusal
     * @param message a sentence for a person
     * @param problems the lines at fault, where there are lines
     */
    record Rejected(Refusal refusal, String message, List<LineProblem> problems) implements Decision {
        /** The stable code of the refusal. */
        public String reason() {
            return refusal.code();
        }
    }

    /** Accepts. */
    static Accepted accept(SpecificRecord... events) {
        return new Accepted(List.of(events), Map.of(), new DeadlineChange.Keep(), false);
    }

    /** Accepts, and tells the one who asked. */
    static Accepted accept(List<SpecificRecord> events, Map<String, String> answer) {
        return new Accepted(events, answer, new DeadlineChange.Keep(), false);
    }

    /** Accepts what was done before: nothing new happens. */
    static Accepted nothingNew() {
        return accept();
    }

    /** Refuses. */
    static Rejected reject(Refusal refusal, String message) {
        return reject(refusal, message, List.of());
    }

    /** Refuses for what is wrong with single lines. */
    static Rejected reject(Refusal refusal, String message, List<LineProblem> problems) {
        return new Rejected(refusal, message, problems);
    }
}
