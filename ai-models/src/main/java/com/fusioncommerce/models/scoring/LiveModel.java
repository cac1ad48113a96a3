package com.fusioncommerce.models.scoring;

import java.util.Optional;

/**
 * The live model, and whether it is the pinned version.
 *
 * @param model the live model
 * @param pinned the version that the configuration pins
 * @param refusal why the pinned version is not live; empty if it is
 * @param notKept why no fallback copy could be stored; empty if it could, or if another version is live
 */
public record LiveModel(Model model, String pinned, Optional<String> refusal, Optional<String> notKept)
        implements AutoCloseable {
    /** The live version. */
    public String version() {
        return model.signature().version();
    }

    @Override
    public void close() {
        model.close();
    }
}
