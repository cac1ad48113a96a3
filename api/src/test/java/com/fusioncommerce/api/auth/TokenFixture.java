package com.fusioncommerce.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.api.problem.ProblemException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Date;

/** Valid and invalid tokens of an issuer, and their verifier. */
abstract class TokenFixture {
    static final DevKeys KEYS = DevKeys.create(JWSAlgorithm.ES256);

    final TestClock clock = new TestClock();
    final DevTokens tokens = new DevTokens(KEYS, "us", "api", clock);
    final TokenVerifier verifier = verifier(KEYS);

    TokenVerifier verifier(DevKeys keys) {
        return new TokenVerifier(source(keys.key().toPublicJWK()), "us", "api", clock);
    }

    static JWKSource<SecurityContext> source(JWK key) {
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("us")
                .audience("api")
                .subject("a")
                .claim("tenant", "acme")
                .claim("scope", "orders:read")
                .expirationTime(Date.from(clock.instant().plusSeconds(60)));
    }

    void refused(String token, String why) {
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().type().status()).isEqualTo(401);
                    assertThat(e.problem().headers()).containsKey("WWW-Authenticate");
                })
                .hasMessageContaining(why);
    }
}
