package com.fusioncommerce.api.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.web.Principal;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.schemas.Actor;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {
    private static final DevKeys KEYS = DevKeys.create(JWSAlgorithm.ES256);

    private final TestClock clock = new TestClock();
    private final DevTokens tokens = new DevTokens(KEYS, "us", "api", clock);
    private final TokenVerifier verifier = verifier(KEYS);

    private TokenVerifier verifier(DevKeys keys) {
        return new TokenVerifier(source(keys.key().toPublicJWK()), "us", "api", clock);
    }

    private static JWKSource<SecurityContext> source(JWK key) {
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Test
    void a_good_token_tells_who_calls_and_what_they_may() {
        Principal principal = verifier.verify(tokens.issue(
                "acme", Actor.staff("alice"), List.of("orders:read", "orders:write"), Duration.ofMinutes(1)));

        assertThat(principal.tenant()).isEqualTo("acme");
        assertThat(principal.subject()).isEqualTo("alice");
        assertThat(principal.may(Scope.ORDERS_WRITE)).isTrue();
        assertThat(principal.may(Scope.ORDERS_IMPORT)).isFalse();
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
        for (JWTClaimsSet wrong : List.of(
                claims().claim("roles", "customer").build(),
                claims().claim("roles", Collections.nCopies(21, "r")).build(),
                claims().claim("roles", List.of("r".repeat(256))).build(),
                claims().claim("client_id", 7).build(),
                claims().claim("act", Map.of()).build(),
                claims().claim("act", Map.of("sub", 7)).build(),
                claims().claim("customer", 7).build(),
                claims().claim("customer", "").build(),
                claims().claim("customer", "a|b").build())) {
            refused(tokens.sign(wrong), "not a signed JWT");
        }
    }

    /** Nobody asks as the platform does, whose commands may do everything. */
    @Test
    void a_token_that_says_it_is_the_platform_is_refused() {
        refused(tokens.sign(claims().subject("platform").build()), "not a signed JWT");
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
    void rsa_keys_sign_as_well() {
        DevKeys rsa = DevKeys.create(JWSAlgorithm.RS256);
        String token = new DevTokens(rsa, "us", "api", clock)
                .issue("acme", Actor.staff("a"), List.of(), Duration.ofMinutes(1));

        assertThat(verifier(rsa).verify(token).tenant()).isEqualTo("acme");
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
        refused(tokens.sign(claims().claim("tenant", 1).build()), "not a signed JWT");
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
                    "1.5",
                    "1e18",
                    "9223372036854775807",
                    "-9223372036854775808",
                    "9223372036854775808",
                    "253402300800",
                    "1" + "0".repeat(60))) {
                refused(signed(claim, number), "its " + claim + " is no time");
            }
            for (String other : List.of("\"1\"", "true", "[]", "{}", "1e2147483648", "NaN")) {
                refused(signed(claim, other), "not a signed JWT");
            }
        }
        assertThat(verifier.verify(signed("nbf", "1.7e9")).tenant()).isEqualTo("acme");
        assertThat(verifier.verify(signed("iat", "0")).tenant()).isEqualTo("acme");
        assertThat(verifier.verify(signed("exp", "253402300799")).tenant()).isEqualTo("acme");
    }

    /** A token with a claim as it is written. */
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

    @Test
    void a_token_whose_body_was_changed_is_refused() {
        String[] good = tokens.issue("acme", Actor.staff("a"), List.of(), Duration.ofMinutes(1))
                .split("\\.", -1);
        String[] other = tokens.issue("evil", Actor.staff("a"), List.of(), Duration.ofMinutes(1))
                .split("\\.", -1);

        refused(good[0] + "." + other[1] + "." + good[2], "signature does not fit");
    }

    @Test
    void a_token_that_is_unsigned_or_signed_with_a_public_key_as_secret_is_refused() throws JOSEException {
        refused(new PlainJWT(claims().build()).serialize(), "not a signed JWT");
        SignedJWT hmac = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(KEYS.key().getKeyID())
                        .build(),
                claims().build());
        hmac.sign(new MACSigner(KEYS.publicJwks().repeat(2)));
        refused(hmac.serialize(), "RS256 or ES256");
        SignedJWT nameless = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        nameless.sign(new MACSigner("s".repeat(64)));
        refused(nameless.serialize(), "names no key");
    }

    @Test
    void a_token_signed_with_a_key_of_another_kind_or_for_another_use_is_refused() throws JOSEException {
        DevKeys rsa = DevKeys.create(JWSAlgorithm.RS256);
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(KEYS.key().getKeyID())
                        .build(),
                claims().build());
        confused.sign(new DefaultJWSSignerFactory().createJWSSigner(rsa.key(), JWSAlgorithm.RS256));
        refused(confused.serialize(), "not for its algorithm");

        JWK encrypting = new ECKey.Builder(KEYS.key().toPublicJWK().toECKey())
                .keyUse(KeyUse.ENCRYPTION)
                .algorithm(null)
                .build();
        TokenVerifier other = new TokenVerifier(source(encrypting), "us", "api", clock);
        assertThatThrownBy(() -> other.verify(tokens.sign(claims().build())))
                .hasMessageContaining("its key is not known here");
    }

    @Test
    void a_token_of_another_type_than_access_tokens_have_is_refused() throws JOSEException {
        for (String type : List.of("JWT", "jwt", "at+jwt", "application/at+jwt")) {
            assertThat(verifier.verify(typed(type)).tenant()).isEqualTo("acme");
        }
        for (String type : List.of("logout+jwt", "dpop+jwt", "JOSE", "")) {
            refused(typed(type), "something else (typ)");
        }
    }

    private String typed(String type) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(KEYS.key().getKeyID())
                        .type(new JOSEObjectType(type))
                        .build(),
                claims().build());
        jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(KEYS.key(), JWSAlgorithm.ES256));
        return jwt.serialize();
    }

    @Test
    void a_token_that_demands_what_is_not_understood_here_is_refused() throws JOSEException {
        SignedJWT critical = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(KEYS.key().getKeyID())
                        .customParam("exp2", 1)
                        .criticalParams(Set.of("exp2"))
                        .build(),
                claims().build());
        critical.sign(new DefaultJWSSignerFactory().createJWSSigner(KEYS.key(), JWSAlgorithm.ES256));

        refused(critical.serialize(), "signature does not fit");
    }

    @Test
    void parts_that_are_no_json_objects_are_refused() {
        for (String json :
                new String[] {"null", "1", "[]", "\"a\"", "true", "{\"alg\":null}", "{\"alg\":1}", "{\"alg\":[]}"}) {
            String part = Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
            refused(part + ".e30.AAAA", "it is not a signed JWT");
            refused(part + "." + part + ".AAAA", "it is not a signed JWT");
            refused(part + "." + part + "." + part, "it is not a signed JWT");
        }
        refused("bnVsbA.e30.AAAA", "it is not a signed JWT");
    }

    @Test
    void nonsense_is_refused() {
        refused("", "not a signed JWT");
        refused("a.b.c", "not a signed JWT");
        refused("x".repeat(9_000), "too long");
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("us")
                .audience("api")
                .subject("a")
                .claim("tenant", "acme")
                .claim("scope", "orders:read")
                .expirationTime(Date.from(clock.instant().plusSeconds(60)));
    }

    private void refused(String token, String why) {
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().type().status()).isEqualTo(401);
                    assertThat(e.problem().headers()).containsKey("WWW-Authenticate");
                })
                .hasMessageContaining(why);
    }

    /** A clock that a test moves. */
    static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
