package com.fusioncommerce.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.web.Principal;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.schemas.Actor;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TokenVerifierTest extends TokenFixture {
    @Test
    void a_good_token_tells_who_calls_and_what_they_may() {
        Principal principal = verifier.verify(tokens.issue(
                "acme", Actor.staff("alice"), List.of("orders:read", "orders:write"), Duration.ofMinutes(1)));

        assertThat(principal.tenant()).isEqualTo("acme");
        assertThat(principal.subject()).isEqualTo("alice");
        assertThat(principal.may(new Scope("orders:write"))).isTrue();
        assertThat(principal.may(new Scope("orders:import"))).isFalse();
    }

    @Test
    void a_token_tells_who_acts_for_whom_and_through_what() {
        assertThat(actor(claims().build())).isEqualTo(new Actor("a", List.of(), null, null, null));
        assertThat(actor(claims().claim("roles", List.of("customer", "vip"))
                        .claim("azp", "web")
                        .build()))
                .isEqualTo(new Actor("a", List.of("customer", "vip"), null, "web", null));
        assertThat(actor(claims().claim("act", Map.of("sub", "agent-7"))
                        .claim("client_id", "chat")
                        .claim("azp", "web")
                        .build()))
                .isEqualTo(new Actor("agent-7", List.of(), "a", "chat", null));
    }

    private Actor actor(JWTClaimsSet claims) {
        return Actor.parse(verifier.verify(tokens.sign(claims)).actor());
    }

    @Test
    void who_acts_is_bounded_and_of_the_right_type() {
        refused(with("roles", "customer"), "roles claim is not a list");
        refused(with("roles", Collections.nCopies(21, "r")), "more than 20 roles");
        refused(with("roles", List.of("r".repeat(256))), "its roles is longer than 255");
        refused(with("roles", Collections.singletonList(null)), "one of its roles is null");
        refused(with("client_id", 7), "client_id claim is not a String");
        refused(with("azp", "a".repeat(256)), "its client_id or azp is longer");
        refused(with("azp", "a\nb"), "its client_id or azp has control characters");
        refused(with("sub", "\u202eevil"), "its sub has control characters or invisible ones");
        refused(with("act", Map.of("sub", "a\nb")), "its act has control characters");
        refused(with("act", Map.of()), "its act names no sub");
        refused(with("act", Map.of("sub", 7)), "its act names no sub");
        refused(with("act", "agent"), "act claim is not a JSON object");
        refused(with("customer", 7), "customer claim is not a String");
        refused(with("customer", ""), "its customer is no customer's id");
        refused(with("customer", "a|b"), "its customer is no customer's id");
        refused(with("scope", List.of("orders:read")), "scope claim is not a String");
    }

    private String with(String claim, Object value) {
        return tokens.sign(claims().claim(claim, value).build());
    }

    /** No token may act as the platform, whose commands may do everything. */
    @Test
    void a_token_that_says_it_is_the_platform_is_refused() {
        for (String blank : List.of("", " ")) {
            for (String client : List.of("client_id", "azp")) {
                refused(
                        tokens.sign(claims().subject("platform")
                                .claim(client, blank)
                                .build()),
                        "it says that it is the platform itself");
            }
        }
        refused(tokens.sign(claims().subject("platform").build()), "it says that it is the platform itself");
        assertThat(actor(claims().subject("platform").claim("azp", "web").build())
                        .keptTo())
                .contains("platform");
        assertThat(verifier.verify(tokens.sign(claims().subject("platform")
                                .claim("roles", List.of("service"))
                                .build()))
                        .actor())
                .isNotNull();
    }

    @Test
    void a_token_is_kept_to_the_customer_of_its_claim_or_of_its_subject_but_for_staff_and_services() {
        assertThat(verifier.verify(tokens.sign(claims().build())).keptTo()).isEqualTo("a");
        assertThat(verifier.verify(tokens.sign(claims().claim("customer", "c1").build()))
                        .keptTo())
                .isEqualTo("c1");
        assertThat(verifier.verify(tokens.sign(
                                claims().claim("roles", List.of("service")).build()))
                        .keptTo())
                .isNull();
    }

    @Test
    void a_token_ends_when_it_says_even_if_it_was_seen_before() {
        String token = tokens.issue("acme", Actor.staff("a"), List.of(), Duration.ofMinutes(1));
        verifier.verify(token);
        clock.advance(Duration.ofSeconds(61));

        refused(token, "expired_token");
    }

    @Test
    void a_token_of_another_key_issuer_audience_or_without_tenant_is_refused() {
        refused(
                new DevTokens(DevKeys.create(JWSAlgorithm.ES256), "us", "api", clock)
                        .issue("acme", Actor.staff("a"), List.of(), Duration.ofMinutes(1)),
                "its key is not known here");
        refused(
                new DevTokens(KEYS, "them", "api", clock)
                        .issue("acme", Actor.staff("a"), List.of(), Duration.ofMinutes(1)),
                "another issuer");
        refused(
                new DevTokens(KEYS, "us", "other", clock)
                        .issue("acme", Actor.staff("a"), List.of(), Duration.ofMinutes(1)),
                "another audience");
        refused(tokens.issue("Acme!", Actor.staff("a"), List.of(), Duration.ofMinutes(1)), "names no tenant");
        refused(tokens.issue("acme", Actor.staff(" "), List.of(), Duration.ofMinutes(1)), "names no subject");
    }

    @Test
    void claims_that_are_missing_or_of_the_wrong_type_are_refused() {
        refused(tokens.sign(claims().expirationTime(null).build()), "never expires");
        refused(tokens.sign(claims().claim("tenant", 1).build()), "tenant claim is not a String");
        refused(tokens.sign(claims().claim("tenant", null).build()), "names no tenant");
        refused(
                tokens.sign(claims().notBeforeTime(Date.from(clock.instant().plusSeconds(60)))
                        .build()),
                "not valid yet");
        assertThat(verifier.verify(tokens.sign(claims().claim("scope", null).build()))
                        .scopes())
                .isEmpty();
    }

    @Test
    void a_time_that_is_none_is_refused_in_every_claim_that_has_one() throws JOSEException {
        for (String claim : List.of("exp", "nbf", "iat")) {
            for (String number : List.of(
                    "1e300",
                    "-1e300",
                    "-1",
                    "-0.5",
                    "1e18",
                    "9223372036854775807",
                    "-9223372036854775808",
                    "9223372036854775808",
                    "253402300800",
                    "1" + "0".repeat(60))) {
                refused(signed(claim, number), "its " + claim + " is no time");
            }
            for (String other : List.of("\"1\"", "true", "[]", "{}", "1e2147483648", "NaN")) {
                refused(signed(claim, other), "token is not valid: ");
            }
        }
        for (String claim : List.of("exp", "nbf", "iat")) {
            String seconds = claim.equals("exp") ? "253402300798.5" : "1699999999.25";
            assertThat(verifier.verify(signed(claim, seconds)).tenant()).isEqualTo("acme");
        }
        assertThat(verifier.verify(signed("nbf", "1.7e9")).tenant()).isEqualTo("acme");
        assertThat(verifier.verify(signed("iat", "0")).tenant()).isEqualTo("acme");
        assertThat(verifier.verify(signed("exp", "253402300799")).tenant()).isEqualTo("acme");
    }

    /** A token with a claim in a given JSON notation. */
    private String signed(String claim, String value) throws JOSEException {
        Map<String, Object> claims = new TreeMap<>(claims().build().toJSONObject());
        claims.put(claim, "@");
        String json = JSONObjectUtils.toJSONString(claims).replace("\"@\"", value);
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(KEYS.key().getKeyID())
                        .build(),
                new Payload(json));
        token.sign(new DefaultJWSSignerFactory().createJWSSigner(KEYS.key(), JWSAlgorithm.ES256));
        return token.serialize();
    }
}
