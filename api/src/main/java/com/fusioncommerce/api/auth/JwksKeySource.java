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
 * Keys of a JWKS document. It is reread when a token names an unknown key (rotation) and when it reaches
 * {@link #MAX_AGE} (withdrawal), at most once in {@link #PAUSE}, so that invented key ids cost nothing. If a reread
 * fails, the cached keys stay. No caller blocks on another's reread, unlike in the library's caches: a slow identity
 * provider does not delay tokens with cached keys.
 */
final class JwksKeySource implements JWKSource<SecurityContext> {
    /** Minimum time between two reads of the document. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    /** Maximum age of the cached document. */
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
     * @throws IllegalArgumentException if the document cannot be read, or is not a JWKS with at least one key
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
