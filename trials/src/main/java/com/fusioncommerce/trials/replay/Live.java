package com.fusioncommerce.trials.replay;

import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.View;
import java.util.ArrayList;
import java.util.List;

/**
 * Live state to compare with: a store's changelog, or the topic that publishes its states.
 *
 * @param store name of the store
 * @param topic of its entries; the newest record of a key counts
 * @param isView whether only keys are compared
 */
record Live(String store, String topic, boolean isView) {
    /**
     * All live state of a domain.
     *
     * @param application id of the domain's application, which prefixes its changelogs
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

    /** The changelog's name in Kafka Streams. */
    private static String changelog(String application, String store) {
        return application + "-" + store + "-changelog";
    }
}
