package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.web.Reply;
import java.util.concurrent.CompletionStage;

/** What an operation does with a request. Holds no thread while it waits. */
@FunctionalInterface
public interface Behaviour {
    /**
     * Answers a request.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException if the request cannot be done; the stage may fail with it as
     *     well
     */
    CompletionStage<Reply> on(Backend backend, Input in);
}
