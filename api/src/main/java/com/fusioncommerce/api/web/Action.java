package com.fusioncommerce.api.web;

import java.util.concurrent.CompletionStage;

/** The action of a route: answers a call, synchronously or later. It blocks no thread while it waits. */
@FunctionalInterface
public interface Action {
    /**
     * Answers a call.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException if the request fails; the stage may also fail with one
     */
    CompletionStage<Reply> on(Call call);
}
