package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.streams.query.Copies;
import java.util.concurrent.CompletionStage;

/** Behaviour that reads one key's state, on its instance. */
public final class Reading implements Behaviour {
    private final Resource<?> resource;
    private final Finder finder;

    /** Finds a state in this instance's stores. */
    @FunctionalInterface
    public interface Finder {
        /**
         * The state as an answer.
         *
         * @throws com.fusioncommerce.api.problem.ProblemException if there is none
         */
        CommandReplies.Versioned find(Backend backend, Input in, String key, Copies copies);
    }

    Reading(Resource<?> resource, Finder finder) {
        this.resource = resource;
        this.finder = finder;
    }

    @Override
    public CompletionStage<Reply> on(Backend backend, Input in) {
        String at = resource.key(in);
        return backend.reads().read(in.call(), in::target, resource.store(), at, copies -> CommandReplies.versioned(
                        in.call(), finder.find(backend, in, at, copies))
                .now());
    }
}
