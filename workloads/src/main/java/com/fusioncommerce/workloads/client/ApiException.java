package com.fusioncommerce.workloads.client;

/** The API answered a request with a problem document. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApiProblem problem;

    ApiException(String request, ApiProblem problem) {
        super(request + ": " + problem);
        this.problem = problem;
    }

    /** The problem. */
    public ApiProblem problem() {
        return problem;
    }
}
