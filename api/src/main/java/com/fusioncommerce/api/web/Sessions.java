package com.fusioncommerce.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * Sessions of browsers: a cookie with a token and, behind its third dot, a random session name. Sessions have no
 * server-side state except ended ones, which this instance remembers until their token expires; other instances, and
 * this one after a restart, do not know them. Ending a session revokes the cookie, not the token: a copy of the token
 * stays valid, so only short-lived tokens belong in browsers. Safe for threads.
 */
public final class Sessions {
    /** The cookie's name. */
    public static final String COOKIE = "fusion_session";

    /** Maximum remembered ended sessions; more are forgotten before their token expires. */
    private static final int MOST_ENDED = 100_000;

    private static final int PARTS_OF_TOKEN = 3;
    private static final int NAME_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Cache<String, Long> ended;

    /** Creates the registry without ended sessions. */
    public Sessions() {
        this(Clock.systemUTC());
    }

    Sessions(Clock clock) {
        this.ended = Caffeine.newBuilder()
                .maximumSize(MOST_ENDED)
                .executor(Runnable::run)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<String, Long>creating(
                        (session, expiresAt) -> Duration.ofMillis(Math.max(0, expiresAt - clock.millis()))))
                .build();
    }

    /** Creates the cookie's value of a new session. */
    public String open(String token) {
        byte[] name = new byte[NAME_BYTES];
        RANDOM.nextBytes(name);
        return token + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    }

    /** The token in a cookie's value. */
    public static String token(String session) {
        String[] parts = session.split("\\.", -1);
        return parts.length == PARTS_OF_TOKEN + 1 ? session.substring(0, session.lastIndexOf('.')) : session;
    }

    /** Ends a session, whose token expires at a time in milliseconds since the epoch. */
    public void end(String session, long expiresAt) {
        ended.put(hash(session), expiresAt);
    }

    /** Whether this instance ended a session. */
    boolean isEnded(String session) {
        return ended.getIfPresent(hash(session)) != null;
    }

    private static String hash(String session) {
        return Base64.getEncoder().encodeToString(Sha256.of(session.getBytes(UTF_8)));
    }
}
