package com.fusioncommerce.api.auth;

import com.fusioncommerce.api.web.Characters;
import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.Keys;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/**
 * Maps a token's claims to the actor: its subject, or by {@code act} (RFC 8693) the party that acts for the subject;
 * {@code roles}; the client by {@code client_id} (RFC 9068) or {@code azp} (OpenID Connect); {@code customer}, to which
 * the token is restricted.
 */
final class ActorClaims {
    private static final int MOST_ROLES = 20;
    private static final int LONGEST = 255;

    private ActorClaims() {}

    /**
     * The actor of a token.
     *
     * @throws ParseException that names the claim that has the wrong type, is too long, or claims to be the platform
     *     itself
     */
    static Actor actor(String subject, JWTClaimsSet claims) throws ParseException {
        bounded("sub", subject);
        List<String> roles = claims.getStringListClaim("roles");
        if (roles != null && roles.size() > MOST_ROLES) {
            throw wrong("it has more than " + MOST_ROLES + " roles");
        }
        for (String role : roles == null ? List.<String>of() : roles) {
            if (role == null) {
                throw wrong("one of its roles is null");
            }
            bounded("roles", role);
        }
        String client = claims.getStringClaim("client_id");
        String party = bounded("client_id or azp", client == null ? claims.getStringClaim("azp") : client);
        String customer = claims.getStringClaim("customer");
        if (customer != null && !Keys.isId(customer)) {
            throw wrong("its customer is no customer's id");
        }
        Map<String, Object> acting = claims.getJSONObjectClaim("act");
        Actor actor = acting == null
                ? new Actor(subject, roles, null, party, customer)
                : new Actor(acting(acting), roles, subject, party, customer);
        if (actor.equals(Actor.PLATFORM)) {
            throw wrong("it says that it is the platform itself");
        }
        return actor;
    }

    private static String acting(Map<String, Object> act) throws ParseException {
        if (!(act.get("sub") instanceof String by) || Characters.isBlank(by)) {
            throw wrong("its act names no sub");
        }
        return bounded("act", by);
    }

    private static String bounded(String claim, String text) throws ParseException {
        if (text != null && text.length() > LONGEST) {
            throw wrong("its " + claim + " is longer than " + LONGEST + " characters");
        }
        if (text != null && !text.codePoints().allMatch(Characters::fitsOneLine)) {
            throw wrong("its " + claim + " has control characters or invisible ones");
        }
        return text;
    }

    private static ParseException wrong(String why) {
        return new ParseException(why, 0);
    }
}
