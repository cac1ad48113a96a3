package com.fusioncommerce.api.auth;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Characters;
import com.fusioncommerce.api.web.Principal;
import com.fusioncommerce.schemas.Keys;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Verifies bearer tokens and maps them to principals: RS256 or ES256 only, chosen by the key's type; then issuer,
 * audience, times and tenant. Verified tokens are cached until they expire, at most {@link #KEPT}, since verifying a
 * signature costs more than the rest of a request. Safe for threads.
 */
public final class TokenVerifier {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final long MOST_BYTES = 24 << 20;
    private static final int ENTRY_BYTES = 500;
    private static final int MAX_LENGTH = 8_000;
    private static final int MAX_SUBJECT = 255;
    private static final long CLOCK_SKEW_MS = 30_000;
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    /**
     * Accepted token types: access tokens (RFC 9068) and plain JWTs, but no tokens that an issuer signs for another
     * purpose.
     */
    private static final Set<JOSEObjectType> TYPES =
            Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"));

    private final DefaultJWTProcessor<SecurityContext> signatures;
    private final String issuer;
    private final String audience;
    private final Clock clock;
    private final Cache<String, Principal> verified;

    /** Creates a verifier of tokens of this issuer for this audience. */
    TokenVerifier(JWKSource<SecurityContext> keys, String issuer, String audience, Clock clock) {
        this.signatures = signatures(keys);
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((String token, Principal principal) -> ENTRY_BYTES + token.length())
                .executor(Runnable::run)
                .ticker(ticker(clock))
                .expireAfter(Expiry.<String, Principal>creating((token, principal) -> untilEnd(principal, clock)))
                .build();
    }

    /**
     * A verifier with the keys of a JWKS.
     *
     * @param jwks a file's path, or an HTTP URL
     * @throws IllegalArgumentException if the document cannot be read
     */
    public static TokenVerifier of(String jwks, String issuer, String audience) {
        Clock clock = Clock.systemUTC();
        return new TokenVerifier(new JwksKeySource(new JwksDocument(jwks), clock), issuer, audience, clock);
    }

    /**
     * Verifies a token.
     *
     * @throws ProblemException 401, with {@code WWW-Authenticate}, if the token is not valid
     */
    public Principal verify(String token) {
        Principal known = verified.getIfPresent(token);
        if (known != null && known.expiresAt() > clock.millis()) {
            return known;
        }
        Principal principal = check(token);
        verified.put(token, principal);
        return principal;
    }

    private Principal check(String token) {
        if (token.length() > MAX_LENGTH) {
            throw invalid("it is too long");
        }
        SignedJWT jwt = parse(token);
        requireKnownForm(jwt.getHeader());
        JWTClaimsSet claims = signed(jwt);
        // The library has converted numbers to dates already: the raw numbers are validated.
        NumericDates.wrong(jwt.getPayload().toJSONObject()).ifPresent(name -> {
            throw invalid("its " + name + " is no time in seconds since 1970");
        });
        try {
            return principal(claims);
        } catch (ParseException e) {
            // The library quotes a claim's name; the quotation mark would end the challenge's description.
            throw invalid(e.getMessage().replace("\"", ""));
        }
    }

    /** The claims of a token with a valid signature. */
    private JWTClaimsSet signed(SignedJWT jwt) {
        try {
            return signatures.process(jwt, null);
        } catch (BadJWSException e) {
            throw invalid("its signature does not fit");
        } catch (BadJWTException e) {
            throw invalid("its claims are no JSON object, or one has the wrong type");
        } catch (JOSEException | IllegalArgumentException e) {
            throw invalid("it is not a signed JWT");
        } catch (BadJOSEException e) {
            throw invalid("its key is not known here, or not for its algorithm");
        }
    }

    /** Parses a token; the library also throws unchecked exceptions, e.g. for a header that is the JSON value null. */
    private static SignedJWT parse(String token) {
        try {
            return SignedJWT.parse(token);
        } catch (ParseException | RuntimeException e) {
            throw invalid("it is not a signed JWT");
        }
    }

    /**
     * Validates the header: the library accepts a token without a key id for any key, and does not report what is
     * missing.
     */
    private static void requireKnownForm(JWSHeader header) {
        if (header.getKeyID() == null) {
            throw invalid("it names no key (kid)");
        }
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw invalid("it must be signed with RS256 or ES256, as its key says");
        }
    }

    private static DefaultJWTProcessor<SecurityContext> signatures(JWKSource<SecurityContext> keys) {
        DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
        signatures.setJWSTypeVerifier((type, none) -> {
            if (type != null && !TYPES.contains(type)) {
                throw invalid("it is a token for something else (typ)");
            }
        });
        signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        // The library has one leeway for all times: it would accept expired tokens, or reject tokens at their nbf.
        signatures.setJWTClaimsSetVerifier(null);
        return signatures;
    }

    private Principal principal(JWTClaimsSet claims) throws ParseException {
        long now = clock.millis();
        Date expires = claims.getExpirationTime();
        if (expires == null) {
            throw invalid("it never expires (exp)");
        }
        if (expires.toInstant().toEpochMilli() <= now) {
            throw unauthenticated(ProblemType.EXPIRED_TOKEN, "The token has expired.");
        }
        Date notBefore = claims.getNotBeforeTime();
        if (notBefore != null && notBefore.toInstant().toEpochMilli() > now + CLOCK_SKEW_MS) {
            throw invalid("it is not valid yet (nbf)");
        }
        if (!issuer.equals(claims.getIssuer())) {
            throw invalid("it comes from another issuer (iss)");
        }
        if (!claims.getAudience().contains(audience)) {
            throw invalid("it is for another audience (aud)");
        }
        String tenant = claims.getStringClaim("tenant");
        if (tenant == null || !Keys.isTenant(tenant)) {
            throw invalid("it names no tenant (tenant)");
        }
        String subject = claims.getSubject();
        if (subject == null || Characters.isBlank(subject) || subject.length() > MAX_SUBJECT) {
            throw invalid("it names no subject (sub)");
        }
        return Principal.of(
                tenant,
                subject,
                ActorClaims.actor(subject, claims),
                scopes(claims.getStringClaim("scope")),
                expires.toInstant().toEpochMilli());
    }

    private static Set<String> scopes(String claim) {
        return claim == null
                ? Set.of()
                : Arrays.stream(claim.split(" ", -1))
                        .filter(scope -> !scope.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Duration untilEnd(Principal principal, Clock clock) {
        long left = Math.max(0, principal.expiresAt() - clock.millis());
        return left < KEPT.toMillis() ? Duration.ofMillis(left) : KEPT;
    }

    private static Ticker ticker(Clock clock) {
        return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    private static ProblemException invalid(String why) {
        return unauthenticated(ProblemType.INVALID_TOKEN, "The token is not valid: " + why + ".");
    }

    private static ProblemException unauthenticated(ProblemType type, String detail) {
        String challenge =
                "Bearer realm=\"fusioncommerce\", error=\"invalid_token\", error_description=\"" + detail + "\"";
        return Problem.of(type, detail).with("WWW-Authenticate", challenge).raised();
    }
}
