package com.fusioncommerce.api.orders;

import com.fusioncommerce.api.problem.ProblemType;

/** Problem types of requests about orders that fail before a command is sent; the domain declares its own refusals. */
final class OrderProblems {
    static final ProblemType INVALID_AS_OF = ProblemType.of("invalid_as_of", 400, "asOf is not an ISO 8601 time");
    static final ProblemType IMPORT_ONLY =
            ProblemType.of("import_only", 403, "A field is for imports only and needs the scope orders:import");
    static final ProblemType HISTORY_TOO_LARGE =
            ProblemType.of("history_too_large", 422, "The order's events are more than one answer may hold");

    private OrderProblems() {}
}
