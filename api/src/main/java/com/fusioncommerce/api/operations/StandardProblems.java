package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Access;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Derives an operation's problem types from its declaration. */
final class StandardProblems {
    private static final List<ProblemType> OF_ALL = List.of(
            ProblemType.INVALID_REQUEST,
            ProblemType.UNKNOWN_PARAMETER,
            ProblemType.METHOD_NOT_ALLOWED,
            ProblemType.URI_TOO_LONG,
            ProblemType.HEADERS_TOO_LARGE,
            ProblemType.INTERNAL_ERROR);

    private static final List<ProblemType> OF_TOKENS = List.of(
            ProblemType.MISSING_TOKEN,
            ProblemType.INVALID_TOKEN,
            ProblemType.EXPIRED_TOKEN,
            ProblemType.INSUFFICIENT_SCOPE);

    private static final List<ProblemType> OF_BODIES = List.of(ProblemType.REQUEST_TIMEOUT, ProblemType.BODY_TOO_LARGE);

    private static final List<ProblemType> OF_JSON = List.of(
            ProblemType.MALFORMED_JSON,
            ProblemType.UNKNOWN_FIELD,
            ProblemType.WRONG_TYPE,
            ProblemType.MISSING_FIELD,
            ProblemType.UNSUPPORTED_MEDIA_TYPE);

    private StandardProblems() {}

    static Set<ProblemType> of(Draft declared, ProblemType wrongPath) {
        Set<ProblemType> all = new LinkedHashSet<>(OF_ALL);
        if (!declared.vital) {
            all.add(ProblemType.OVERLOADED);
        }
        if (declared.access instanceof Access.Page) {
            all.add(ProblemType.INSUFFICIENT_SCOPE);
        } else if (!(declared.access instanceof Access.Open)) {
            all.addAll(OF_TOKENS);
        }
        if (declared.audience != null) {
            all.addAll(declared.audience.problems());
        }
        if (declared.method.equals("POST") || declared.method.equals("PUT")) {
            all.addAll(OF_BODIES);
        }
        if (declared.body != null) {
            all.addAll(OF_JSON);
            declared.body.fields().forEach(field -> all.addAll(field.problems()));
        }
        for (Parameter<?> parameter : declared.parameters) {
            all.addAll(parameter.problems());
            if (parameter.isChecked()) {
                all.add(wrongPath);
            }
        }
        if (declared.missing != null) {
            all.add(declared.missing);
        }
        all.addAll(declared.refusals);
        return all;
    }
}
