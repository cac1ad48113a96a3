package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.logs.Trail;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.Key;
import org.apache.avro.specific.SpecificRecord;

/** Logs the result of a message from outside the task, in one line with all events of the same transaction. */
final class DecisionTrail {
    private DecisionTrail() {}

    /** Logs a decided command. */
    static void decided(Key key, SpecificRecord command, Cause cause, Decision decision, Cascade cascade) {
        if (!Trail.isOn()) {
            return;
        }
        String what = decision instanceof Decision.Rejected rejected ? rejected.reason() : events(cascade);
        step(key, cause, "decided {} for {}: {}", command, what);
    }

    /** Logs the reaction to an event of another group or job. */
    static void reacted(Key key, SpecificRecord event, Cause cause, Cascade cascade) {
        if (Trail.isOn() && !cascade.events.isEmpty()) {
            step(key, cause, "reacted to {} of {}: {}", event, events(cascade));
        }
    }

    private static void step(Key key, Cause cause, String message, SpecificRecord by, String what) {
        Trail.step(
                key.tenant(),
                cause.correlationId(),
                message,
                by.getClass().getSimpleName(),
                key.id(),
                what.isEmpty() ? "nothing new" : what);
    }

    private static String events(Cascade cascade) {
        StringBuilder all = new StringBuilder();
        for (Cascade.Sent event : cascade.events) {
            all.append(all.isEmpty() ? "" : ", ")
                    .append(Messages.nameOf(event.message().getClass()));
        }
        return all.toString();
    }
}
