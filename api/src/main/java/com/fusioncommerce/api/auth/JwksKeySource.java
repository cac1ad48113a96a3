package com.fusioncommerce.api.auth;

import com.fusioncommerce.schemas.resources.Reasons;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys of a JWKS document. It is read again when a token names a key that is not in it (keys rotate), and when it has
 * grown old (keys are withdrawn); never more often than once in {@link #PAUSE}, so that made-up key ids cost nothing. If
 * it cannot be read, the keys at hand stay. Nobody waits while another reads it, as callers of the library's own caches
 * do: a slow identity provider does not hold up those whose keys are at hand.
 */
final class JwksKeySource implements JWKSource<SecurityContext> {
    /** Shortest time between two attempts to read the document. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    /** The document is read again after this. */
    static final Duration MAX_AGE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(JwksKeySource.class);

    /** Fetches the document. */
    interface Document {
        String read() throws IOException;
    }

    private final Document document;
    private final Clock clock;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile JWKSet keys;
    private volatile long triedAt;

    /**
     * Reads the document once.
     *
     * @throws IllegalArgumentException if it cannot be read, or is no JWKS with at least one key
     */
    JwksKeySource(Document document, Clock clock) {
        this.document = document;
        this.clock = clock;
        try {
            keys = parse(document.read());
            triedAt = clock.millis();
        } catch (IOException | ParseException e) {
            throw new IllegalArgumentException("cannot read the JWKS: " + Reasons.of(e), e);
        }
    }

    @Override
    public List<JWK> get(JWKSelector wanted, SecurityContext none) {
        List<JWK> found = wanted.select(keys);
        long age = clock.millis() - triedAt;
        boolean due = found.isEmpty() ? age >= PAUSE.toMillis() : age >= MAX_AGE.toMillis();
        return due && refresh() ? wanted.select(keys) : found;
    }

    private boolean refresh() {
        if (!loading.tryLock()) {
            return false;
        }
        try {
            triedAt = clock.millis();
            keys = parse(document.read());
            return true;
        } catch (IOException | ParseException e) {
            LOG.warn("cannot refresh the JWKS, going on with the keys at hand: {}", e.getMessage());
            return false;
        } finally {
            loading.unlock();
        }
    }

    private static JWKSet parse(String json) throws ParseException {
        JWKSet set = JWKSet.parse(json).toPublicJWKSet();
        if (set.isEmpty()) {
            throw new ParseException("it has no public key", 0);
        }
        return set;
    }
}
