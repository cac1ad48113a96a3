package com.fusioncommerce.api.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.Actor;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests the required signer, algorithm and form of tokens. */
class TokenSignatureTest extends TokenFixture {
    @Test
    void rsa_keys_sign_as_well() {
        DevKeys rsa = DevKeys.create(JWSAlgorithm.RS256);
        String token = new DevTokens(rsa, "us", "api", clock)
                .issue("acme", Actor.staff("a"), List.of(), Duration.ofMinutes(1));

        assertThat(verifier(rsa).verify(token).tenant()).isEqualTo("acme");
    }

    @Test
    void a_token_whose_body_was_changed_is_refused() {
        String[] good = tokens.issue("acme", Actor.staff("a"), List.of(), Duration.ofMinutes(1))
                .split("\\.", -1);
        String[] other = tokens.issue("evil", Actor.staff("a"), List.of(), Duration.ofMinutes(1))
                .split("\\.", -1);

        refused(good[0] + "." + other[1] + "." + good[2], "signature does not fit");
    }

    /** A library that parses recursively needs a stack as deep as the text's nesting. */
    @Test
    void a_token_as_deep_as_one_can_be_is_refused() {
        String deep = "{\"a\":" + "[".repeat(2_900) + "]".repeat(2_900) + "}";
        String part = Base64.getUrlEncoder().withoutPadding().encodeToString(deep.getBytes(UTF_8));

        refused(part + ".e30.AA", "not a signed JWT");
        refused("eyJhbGciOiJFUzI1NiIsImtpZCI6ImEifQ." + part + ".AA", "token is not valid");
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
        refused(signed(new JWSHeader.Builder(JWSAlgorithm.RS256), rsa), "not for its algorithm");

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
        return signed(new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(type)), KEYS);
    }

    /** A token that names the known key but is signed with other keys. */
    private String signed(JWSHeader.Builder header, DevKeys keys) throws JOSEException {
        JWSHeader whole = header.keyID(KEYS.key().getKeyID()).build();
        SignedJWT jwt = new SignedJWT(whole, claims().build());
        jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(keys.key(), whole.getAlgorithm()));
        return jwt.serialize();
    }

    @Test
    void a_token_that_demands_what_is_not_understood_here_is_refused() throws JOSEException {
        JWSHeader.Builder demanding =
                new JWSHeader.Builder(JWSAlgorithm.ES256).customParam("x", 1).criticalParams(Set.of("x"));

        refused(signed(demanding, KEYS), "signature does not fit");
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
}
