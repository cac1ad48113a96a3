package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.api.web.Sessions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Security requirements of operations in OpenAPI. */
final class Security {
    private static final String BEARER = "bearer";
    private static final String SESSION = "session";

    private Security() {}

    /** The alternative requirements of an access; empty for an open one. */
    static List<Map<String, Object>> of(Access access) {
        boolean byCookie = access instanceof Access.Browser || access instanceof Access.Page;
        return byCookie ? alternatives(access.anyOf(), BEARER, SESSION) : alternatives(access.anyOf(), BEARER);
    }

    private static List<Map<String, Object>> alternatives(Set<Scope> scopes, String... schemes) {
        List<Map<String, Object>> alternatives = new ArrayList<>();
        for (String scheme : schemes) {
            OpenApiWriter.claims(scopes).forEach(claim -> alternatives.add(Map.of(scheme, List.of(claim))));
        }
        return alternatives;
    }

    /** The security schemes of the API. */
    static Map<String, Object> schemes() {
        Map<String, Object> bearer = new LinkedHashMap<>();
        bearer.put("type", "http");
        bearer.put("scheme", BEARER);
        bearer.put("bearerFormat", "JWT");
        bearer.put(
                "description",
                "RS256 or ES256; claims tenant, sub, scope, exp, roles. The scopes that an operation lists are alternatives."
                        + " Who has the role staff or service reaches what is the tenant's. Everybody else is a shopper and"
                        + " reaches what belongs to the customer that the claim customer names, or else sub. x-audience says"
                        + " of an operation who may use it: everyone, staff (and services), or the owner (and staff and"
                        + " services).");
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("type", "apiKey");
        session.put("in", "cookie");
        session.put("name", Sessions.COOKIE);
        return OpenApiWriter.ordered(BEARER, bearer, SESSION, session);
    }
}
