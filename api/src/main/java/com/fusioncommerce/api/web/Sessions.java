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
 * Sessions of browsers: a cookie with a token and, behind its third dot, a name that is new with each session. The cookie
 * is all that a session is, so one that ended before its token has to be remembered until then, and this instance does
 * that: another instance does not know, nor this one after it was started again. What ends is the cookie, not the token in
 * it: whoever kept that may use it until it ends, so that only short-lived tokens belong in browsers. Safe for threads.
 */
public final class Sessions {
    /** The cookie's name. */
    public static final String COOKIE = "fusion_session";

    /** Beyond these some are forgotten before their token ends. */
    private static final int MOST_ENDED = 100_000;

    private static final int PARTS_OF_TOKEN = 3;
    private static final int NAME_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Cache<String, Long> ended;

    /** Sessions of which none has ended yet. */
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

    /** The cookie's value for a new session with a token. */
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

    /** Takes a cookie's value no more, whose token ends at a time in milliseconds since the epoch. */
    public void end(String session, long expiresAt) {
        ended.put(hash(session), expiresAt);
    }

    /** Whether a session was ended here. */
    boolean isEnded(String session) {
        return ended.getIfPresent(hash(session)) != null;
    }

    private static String hash(String session) {
        return Base64.getEncoder().encodeToString(Sha256.of(session.getBytes(UTF_8)));
    }
}
