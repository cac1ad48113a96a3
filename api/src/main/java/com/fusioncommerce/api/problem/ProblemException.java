package com.fusioncommerce.api.problem;

import com.fusioncommerce.streams.kernel.Refusal;

/** A problem as an exception; without a stack trace, since it reports a fault of the request, not of the server. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Creates an exception of a problem. */
    public ProblemException(Problem problem) {
        super(problem.type().code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** Creates an exception of a problem with only a detail. */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail));
    }

    /** Creates an exception of a domain's refusal. */
    public static ProblemException of(Refusal refusal, String detail) {
        return of(ProblemType.of(refusal), detail);
    }

    /** The problem. */
    public Problem problem() {
        return problem;
    }
}
