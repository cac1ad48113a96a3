package com.fusioncommerce.api.auth;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.schemas.Actor;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;

/** Issues tokens for development, signed with {@link DevKeys}. */
public final class DevTokens {
    private final DevKeys keys;
    private final String issuer;
    private final String audience;
    private final Clock clock;

    /** Issues tokens with this issuer and audience. */
    public DevTokens(DevKeys keys, String issuer, String audience) {
        this(keys, issuer, audience, Clock.systemUTC());
    }

    DevTokens(DevKeys keys, String issuer, String audience, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /**
     * A signed token.
     *
     * @param who the token's actor: the subject, and the roles and customer that limit its access
     * @param scopes e.g. {@code orders:read}; see {@link com.fusioncommerce.api.web.Scope}
     * @param validFor validity from now
     */
    public String issue(String tenant, Actor who, Collection<String> scopes, Duration validFor) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(who.subject())
                .claim("tenant", tenant)
                .claim("scope", String.join(" ", scopes))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validFor)))
                .jwtID(UUID.randomUUID().toString());
        if (!who.roles().isEmpty()) {
            claims.claim("roles", who.roles());
        }
        if (who.customer() != null) {
            claims.claim("customer", who.customer());
        }
        return sign(claims.build());
    }

    /**
     * A signed token that the API accepts.
     *
     * @throws IllegalArgumentException if the API would reject the token; the message says why
     */
    public String issueValid(String tenant, Actor who, Collection<String> scopes, Duration validFor) {
        String token = issue(tenant, who, scopes, validFor);
        try {
            JWKSource<SecurityContext> own =
                    new ImmutableJWKSet<>(new JWKSet(keys.key().toPublicJWK()));
            new TokenVerifier(own, issuer, audience, clock).verify(token);
        } catch (ProblemException e) {
            throw new IllegalArgumentException(e.problem().detail(), e);
        }
        return token;
    }

    /** Signs any claims, including the invalid ones of tests. */
    String sign(JWTClaimsSet claims) {
        JWSAlgorithm algorithm = JWSAlgorithm.parse(keys.key().getAlgorithm().getName());
        try {
            JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(keys.key(), algorithm);
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(algorithm)
                            .keyID(keys.key().getKeyID())
                            .build(),
                    claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with " + algorithm, e);
        }
    }
}
