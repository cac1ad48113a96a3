package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.Topic;

/** Explicit names of everything in a topology, so that none changes when the wiring does. */
public final class Names {
    private Names() {}

    /** The store of a group's outcomes, keyed by command id. */
    public static String outcomes(String group) {
        return group + ".outcomes";
    }

    /** The store of a group's claims, keyed by claim. */
    public static String claims(String group) {
        return group + ".claims";
    }

    static String deadlines(String group) {
        return group + ".deadlines";
    }

    static String pending(String group) {
        return group + ".pending-answers";
    }

    static String processor(String group) {
        return group + ".decide";
    }

    static String source(String group, Topic topic) {
        return group + ".from." + topic.name();
    }

    static String sink(String group, Topic topic) {
        return group + ".to." + topic.name();
    }

    static String deadLetterSink(String group) {
        return group + ".to.dead-letters";
    }
}
