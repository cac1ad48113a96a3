package com.fusioncommerce.api.auth;

import com.fusioncommerce.api.web.Characters;
import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.Keys;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/**
 * Who acts, as a token says: its subject, or by {@code act} (RFC 8693) who acts for the subject; {@code roles}; the client by
 * {@code client_id} (RFC 9068) or {@code azp} (OpenID Connect); {@code customer}, to whose things the token is kept.
 */
final class ActorClaims {
    private static final int MOST_ROLES = 20;
    private static final int LONGEST = 255;

    private ActorClaims() {}

    /**
     * The actor.
     *
     * @throws ParseException if a claim is of another type than it has to be, or too long
     */
    static Actor actor(String subject, JWTClaimsSet claims) throws ParseException {
        List<String> roles = claims.getStringListClaim("roles");
        if (roles != null && roles.size() > MOST_ROLES) {
            throw new ParseException("more than " + MOST_ROLES + " roles", 0);
        }
        for (String role : roles == null ? List.<String>of() : roles) {
            bounded(role);
        }
        String client = claims.getStringClaim("client_id");
        String party = bounded(client == null ? claims.getStringClaim("azp") : client);
        String customer = claims.getStringClaim("customer");
        if (customer != null && !Keys.isId(customer)) {
            throw new ParseException("customer is no customer's id", 0);
        }
        Map<String, Object> acting = claims.getJSONObjectClaim("act");
        if (acting == null) {
            return new Actor(subject, roles, null, party, customer);
        }
        if (!(acting.get("sub") instanceof String by) || Characters.isBlank(by)) {
            throw new ParseException("act names no sub", 0);
        }
        return new Actor(bounded(by), roles, subject, party, customer);
    }

    private static String bounded(String text) throws ParseException {
        if (text != null && text.length() > LONGEST) {
            throw new ParseException("longer than " + LONGEST + " characters", 0);
        }
        return text;
    }
}
