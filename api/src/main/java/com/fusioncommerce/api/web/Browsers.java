package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import java.util.Locale;
import java.util.Set;

/**
 * What the server lets browsers do.
 *
 * @param origins whose pages may call the API, such as {@code https://shop.example}
 * @param sessions in cookies
 */
public record Browsers(Set<String> origins, Sessions sessions) {
    /** Copies the origins. */
    public Browsers {
        origins = Set.copyOf(origins);
    }

    /** Sessions of their own, and pages of these origins. */
    public static Browsers of(Set<String> origins) {
        return new Browsers(origins, new Sessions());
    }

    /**
     * Refuses what a page of another site makes a browser send with its cookies. Not every browser says
     * {@code Sec-Fetch-Site}, and none does over plain HTTP; every one says {@code Origin} with what changes something.
     *
     * @throws ProblemException if it is that
     */
    void refuseOtherSites(RequestHead head) {
        String site = head.header("Sec-Fetch-Site").orElse("none");
        boolean own = site.equals("same-origin") || site.equals("none");
        if (!own || !head.header("Origin").map(origin -> isOwn(origin, head)).orElse(true)) {
            throw ProblemException.of(ProblemType.FOREIGN_ORIGIN, "This is for the server's own pages.");
        }
    }

    /** The scheme is not compared: a proxy in front may speak HTTPS for this server. */
    private boolean isOwn(String origin, RequestHead head) {
        int end = origin.indexOf("://");
        if (origins.contains(origin) || end < 0) {
            return origins.contains(origin);
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
