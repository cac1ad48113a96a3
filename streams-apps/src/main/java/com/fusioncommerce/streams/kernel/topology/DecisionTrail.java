package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.logs.Trail;
import com.fusioncommerce.streams.kernel.Decision;
import org.apache.avro.specific.SpecificRecord;

/** Logs what came of a message from outside the task: one line for it and all that followed in the same transaction. */
final class DecisionTrail {
    private DecisionTrail() {}

    /** A command was decided. */
    static void decided(String key, SpecificRecord command, Cause cause, Decision decision, Cascade cascade) {
        if (!Trail.isOn()) {
            return;
        }
        String what = decision instanceof Decision.Rejected rejected ? rejected.reason() : events(cascade);
        step(key, cause, "decided {} for {}: {}", command, what);
    }

    /** An event from elsewhere set something in motion. */
    static void reacted(String key, SpecificRecord event, Cause cause, Cascade cascade) {
        if (Trail.isOn() && !cascade.events.isEmpty()) {
            step(key, cause, "reacted to {} of {}: {}", event, events(cascade));
        }
    }

    private static void step(String key, Cause cause, String message, SpecificRecord by, String what) {
        Trail.step(
                Keys.tenant(key),
                cause.correlationId(),
                message,
                by.getClass().getSimpleName(),
                Keys.id(key),
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
