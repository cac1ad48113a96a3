package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import java.util.Locale;
import java.util.Set;

/**
 * Settings and sessions for browsers.
 *
 * @param origins origins whose pages may call the API with a token of their own, such as {@code https://shop.example}
 * @param own this server's own origins, if a proxy in front sends another {@code Host}
 * @param sessions sessions in cookies
 */
public record Browsers(Set<String> origins, Set<String> own, Sessions sessions) {
    /** Copies the origins. */
    public Browsers {
        origins = Set.copyOf(origins);
        own = Set.copyOf(own);
    }

    /** Settings with the origins that may call, and the server's own origins. */
    public static Browsers of(Set<String> origins, Set<String> own) {
        return new Browsers(origins, own, new Sessions());
    }

    /**
     * Refuses cross-site requests that carry the browser's cookies. Not every browser sends {@code Sec-Fetch-Site}, and
     * none does over plain HTTP; every browser sends {@code Origin} with requests that change state.
     *
     * @throws ProblemException if the request is cross-site
     */
    void refuseOtherSites(RequestHead head) {
        String site = head.header("Sec-Fetch-Site").orElse("none");
        boolean sameSite = site.equals("same-origin") || site.equals("none");
        if (!sameSite
                || !head.header("Origin").map(origin -> isOwn(origin, head)).orElse(true)) {
            throw ProblemException.of(ProblemType.FOREIGN_ORIGIN, "This is for the server's own pages.");
        }
    }

    /**
     * Whether an origin is the server's own. The scheme is not compared with the host's: a proxy may terminate HTTPS.
     * Origins that may call the API are not own: a shop's pages act by a token, not by the session of a dashboard user.
     */
    private boolean isOwn(String origin, RequestHead head) {
        int end = origin.indexOf("://");
        if (own.contains(origin) || end < 0) {
            return own.contains(origin);
        }
        String port = origin.startsWith("https:") ? ":443" : ":80";
        String host = head.header("Host").orElse("");
        return withPort(origin.substring(end + 3), port).equals(withPort(host, port));
    }

    private static String withPort(String authority, String port) {
        boolean given = authority.matches(".*:[0-9]+");
        return (given ? authority : authority + port).toLowerCase(Locale.ROOT);
    }
}
