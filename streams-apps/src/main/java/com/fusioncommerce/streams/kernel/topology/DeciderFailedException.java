package com.fusioncommerce.streams.kernel.topology;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** A decider or a policy threw an exception: a defect, whose message becomes a dead letter. */
final class DeciderFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Asked> asked;

    DeciderFailedException(SpecificRecord message, Optional<Asked> asked, RuntimeException cause) {
        super(message.getSchema().getName() + " could not be processed: " + cause, cause);
        this.asked = asked;
    }

    /** The command, whose sender needs an answer; empty for an event. */
    Optional<Asked> asked() {
        return asked;
    }
}
