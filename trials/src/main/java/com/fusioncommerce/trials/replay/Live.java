package com.fusioncommerce.trials.replay;

import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.View;
import java.util.ArrayList;
import java.util.List;

/**
 * Something live that a replay must agree with: the changelog of a store, or the topic that publishes its states.
 *
 * @param store whose entries it has
 * @param topic where they are read; the newest record of a key counts
 * @param isView whether only the keys matter
 */
record Live(String store, String topic, boolean isView) {
    /**
     * All of a domain.
     *
     * @param application id of the application that runs the domain: its changelogs bear its name
     */
    static List<Live> of(Domain domain, String application) {
        List<Live> live = new ArrayList<>();
        for (Aggregate<?> aggregate : domain.aggregates()) {
            live.add(new Live(aggregate.name(), changelog(application, aggregate.name()), false));
            aggregate.published().ifPresent(topic -> live.add(new Live(aggregate.name(), topic.name(), false)));
        }
        for (View<?> view : domain.views()) {
            live.add(new Live(view.name(), changelog(application, view.name()), true));
        }
        return List.copyOf(live);
    }

    /** As Kafka Streams names them. */
    private static String changelog(String application, String store) {
        return application + "-" + store + "-changelog";
    }
}
