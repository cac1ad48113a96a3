package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Topic;
import java.util.List;

/**
 * A domain, declared.
 *
 * @param name as in topics and packages
 * @param commands topic of its commands
 * @param events topic of its events
 * @param aggregates what it keeps
 * @param references what it looks up
 * @param decider what it decides
 * @param policies what it reacts to
 * @param views what it lists
 */
public record Domain(
        String name,
        Topic commands,
        Topic events,
        List<Aggregate<?>> aggregates,
        List<ReferenceTable<?>> references,
        Decider decider,
        List<Policy> policies,
        List<View> views) {
    /** Copies the lists. */
    public Domain {
        aggregates = List.copyOf(aggregates);
        references = List.copyOf(references);
        policies = List.copyOf(policies);
        views = List.copyOf(views);
    }

    /** A domain is declared once; comparing what it is made of would cost every decision. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
