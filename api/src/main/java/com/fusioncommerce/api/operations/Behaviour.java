package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.web.Reply;
import java.util.concurrent.CompletionStage;

/** The behaviour of an operation. It blocks no thread while it waits. */
@FunctionalInterface
public interface Behaviour {
    /**
     * Answers a request.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException if the request fails; the stage may also fail with one
     */
    CompletionStage<Reply> on(Backend backend, Input in);
}
