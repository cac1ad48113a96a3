package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemType;
import io.javalin.http.Context;
import java.util.Set;
import java.util.function.Function;

/** Finds out who calls, and whether they may. */
public final class Authenticator {
    /** Cookie that holds a browser's token. */
    public static final String SESSION_COOKIE = "fusion_session";

    private static final String BEARER = "bearer ";

    private final Function<String, Principal> verifier;

    /** Verifies tokens with {@code verifier}, which raises a problem if one is not valid. */
    Authenticator(Function<String, Principal> verifier) {
        this.verifier = verifier;
    }

    /**
     * The caller of a route, null if it is open.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException 401 or 403
     */
    Principal authenticate(Context context, Access access) {
        if (access instanceof Access.Bearer bearer) {
            return allowed(token(context), bearer.anyOf());
        }
        if (access instanceof Access.Browser browser) {
            return allowed(tokenOrCookie(context), browser.anyOf());
        }
        if (access instanceof Access.Ticketed ticketed) {
            return allowed(tokenOrTicket(context, ticketed), Set.of(ticketed.scope()));
        }
        if (access instanceof Access.Page page) {
            return allowed(tokenOrCookie(context), Set.of(page.scope()));
        }
        return null;
    }

    private static String tokenOrTicket(Context context, Access.Ticketed access) {
        String header = token(context);
        String ticket = header == null ? context.queryParam("ticket") : null;
        return ticket == null ? header : access.tickets().apply(ticket);
    }

    private static String tokenOrCookie(Context context) {
        String header = token(context);
        return header == null ? context.cookie(SESSION_COOKIE) : header;
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

    private static String token(Context context) {
        return bearerToken(context.header("Authorization"));
    }

    /** The token of an {@code Authorization} header, null if there is none. */
    public static String bearerToken(String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).trim()
                : null;
    }
}
