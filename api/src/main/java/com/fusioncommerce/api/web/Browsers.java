package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import java.util.Locale;
import java.util.Set;

/**
 * What the server lets browsers do.
 *
 * @param origins whose pages may call the API with a token of their own, such as {@code https://shop.example}
 * @param own under which browsers reach this server where a proxy in front sends another {@code Host}
 * @param sessions in cookies
 */
public record Browsers(Set<String> origins, Set<String> own, Sessions sessions) {
    /** Copies the origins. */
    public Browsers {
        origins = Set.copyOf(origins);
        own = Set.copyOf(own);
    }

    /** Pages of these origins may call, and those of the others are the server's. */
    public static Browsers of(Set<String> origins, Set<String> own) {
        return new Browsers(origins, own, new Sessions());
    }

    /**
     * Refuses what a page of another site makes a browser send with its cookies. Not every browser says
     * {@code Sec-Fetch-Site}, and none does over plain HTTP; every one says {@code Origin} with what changes something.
     *
     * @throws ProblemException if it is that
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
     * The scheme of the host is not compared: a proxy in front may speak HTTPS for this server. Origins that may call the
     * API are others: a shop's pages act with a token, and not as whoever looks at the dashboards.
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
