package com.fusioncommerce.platform.cli;

import com.fusioncommerce.api.auth.DevKeys;
import com.fusioncommerce.api.auth.DevTokens;
import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.NothingRunsException;
import com.fusioncommerce.schemas.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collection;

/** Issues development tokens, signed with the key of a home. */
public final class Tokens {
    private static final String ISSUER = "fusioncommerce";

    private final Home home;

    /** Uses this home's key. */
    public Tokens(Home home) {
        this.home = home;
    }

    /**
     * Issues a signed token.
     *
     * @param who the actor: its subject, and by roles and customer its access
     * @param scopes such as {@code orders:read}
     * @param validFor time to live
     * @throws IllegalArgumentException if the API would refuse the token
     * @throws NothingRunsException if the home has no key: the API creates it at its first start
     */
    public String issue(String tenant, Actor who, Collection<String> scopes, Duration validFor) throws IOException {
        if (!Files.exists(home.keys().resolve(DevKeys.PRIVATE_FILE))) {
            throw NothingRunsException.noKey(home);
        }
        return new DevTokens(DevKeys.at(home.keys()), ISSUER, ISSUER).issueValid(tenant, who, scopes, validFor);
    }
}
