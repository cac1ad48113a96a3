package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemType;
import java.util.Set;
import java.util.function.Function;

/** Authenticates and authorizes callers. */
public final class Authenticator {
    private static final String BEARER = "bearer ";

    private final Function<String, Principal> verifier;
    private final Sessions sessions;

    /** Creates an authenticator; {@code verifier} verifies tokens, and raises a problem if one is invalid. */
    Authenticator(Function<String, Principal> verifier, Sessions sessions) {
        this.verifier = verifier;
        this.sessions = sessions;
    }

    /**
     * The caller of a route, null if the route is open.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException 401 or 403
     */
    Principal authenticate(RequestHead head, Access access) {
        if (access instanceof Access.Open) {
            return null;
        }
        return allowed(credential(head, access), access.anyOf());
    }

    private String credential(RequestHead head, Access access) {
        if (access instanceof Access.Ticketed ticketed) {
            return tokenOrTicket(head, ticketed);
        }
        return access instanceof Access.Bearer ? token(head) : tokenOrCookie(head);
    }

    private static String tokenOrTicket(RequestHead head, Access.Ticketed access) {
        String header = token(head);
        String ticket = header == null ? head.query().get("ticket").orElse(null) : null;
        return ticket == null ? header : access.tickets().apply(ticket);
    }

    private String tokenOrCookie(RequestHead head) {
        String header = token(head);
        return header == null
                ? head.cookie(Sessions.COOKIE).map(this::tokenOfSession).orElse(null)
                : header;
    }

    private String tokenOfSession(String session) {
        if (sessions.isEnded(session)) {
            throw Problem.of(ProblemType.INVALID_TOKEN, "The session has ended: log in again.")
                    .with("WWW-Authenticate", "Bearer realm=\"fusioncommerce\", error=\"invalid_token\"")
                    .raised();
        }
        return Sessions.token(session);
    }

    private Principal allowed(String token, Set<Scope> anyOf) {
        if (token == null || token.isEmpty()) {
            throw Problem.of(ProblemType.MISSING_TOKEN, "Send Authorization: Bearer with a token.")
                    .with("WWW-Authenticate", "Bearer realm=\"fusioncommerce\"")
                    .raised();
        }
        Principal principal = verifier.apply(token);
        if (anyOf.stream().noneMatch(principal::may)) {
            String needed = anyOf.iterator().next().claim();
            throw Problem.of(ProblemType.INSUFFICIENT_SCOPE, "This needs the scope " + needed + ".")
                    .with(
                            "WWW-Authenticate",
                            "Bearer realm=\"fusioncommerce\", error=\"insufficient_scope\", scope=\"" + needed + "\"")
                    .raised();
        }
        return principal;
    }

    private static String token(RequestHead head) {
        return bearerToken(head.header("Authorization").orElse(null));
    }

    /** The token of an {@code Authorization} header, null if there is none. */
    public static String bearerToken(String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).trim()
                : null;
    }
}
