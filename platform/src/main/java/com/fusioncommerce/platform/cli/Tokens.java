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

/** Issues development tokens with the key of a home. */
public final class Tokens {
    private static final String ISSUER = "fusioncommerce";

    private final Home home;

    /** With this home's key. */
    public Tokens(Home home) {
        this.home = home;
    }

    /**
     * A signed token.
     *
     * @param who whose it is: the subject, and by roles and customer what it reaches
     * @param scopes such as {@code orders:read}
     * @param validFor how long from now
     * @throws IllegalArgumentException if the API would refuse it
     * @throws NothingRunsException if the home has no key: the API makes it when it is first started
     */
    public String issue(String tenant, Actor who, Collection<String> scopes, Duration validFor) throws IOException {
        if (!Files.exists(home.keys().resolve(DevKeys.PRIVATE_FILE))) {
            throw NothingRunsException.noKey(home);
        }
        return new DevTokens(DevKeys.at(home.keys()), ISSUER, ISSUER).issueValid(tenant, who, scopes, validFor);
    }
}
