package com.fusioncommerce.api.auth;

import com.nimbusds.jose.jwk.JWK;
import java.util.Optional;

/** Where the public keys are that tokens are signed with. */
interface KeySource {
    /** The key of this id, fetched anew if it is not known and that has not been tried for a while. */
    Optional<JWK> find(String keyId);
}
