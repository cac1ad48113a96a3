package com.fusioncommerce.api.consoles;

import com.fusioncommerce.api.problem.ProblemType;

/** Problem types of the consoles. */
final class ConsoleProblems {
    static final ProblemType CONSOLE_FAILED =
            ProblemType.of("console_failed", 502, "The server behind a console failed at the request");

    private ConsoleProblems() {}
}
