package com.fusioncommerce.api.web;

import java.util.concurrent.CompletionStage;

/** What a route does: from a call to an answer, now or later. Holds no thread while it waits. */
@FunctionalInterface
public interface Action {
    /**
     * Answers a call.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException if the request cannot be done; the stage may fail with it
     *     as well
     */
    CompletionStage<Reply> on(Call call);
}
