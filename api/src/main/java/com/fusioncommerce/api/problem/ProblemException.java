package com.fusioncommerce.api.problem;

import com.fusioncommerce.streams.kernel.Refusal;

/** A problem on its way to the answer; has no stack trace, since it says what is wrong with the request, not with us. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Raises a problem. */
    public ProblemException(Problem problem) {
        super(problem.type().code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** Raises a problem that has only a detail. */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail));
    }

    /** Refuses as a domain would. */
    public static ProblemException of(Refusal refusal, String detail) {
        return of(ProblemType.of(refusal), detail);
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }
}
