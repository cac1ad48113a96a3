package com.fusioncommerce.models.scoring;

import java.util.Optional;

/**
 * The model that scores, and whether it is the one that was asked for.
 *
 * @param model what scores
 * @param pinned the version that the configuration asks for
 * @param refusal why another version scores than the pinned one; empty where it is that one
 * @param notKept why no copy could be kept to fall back to; empty where it could, or another version scores
 */
public record LiveModel(Model model, String pinned, Optional<String> refusal, Optional<String> notKept)
        implements AutoCloseable {
    /** The version that scores. */
    public String version() {
        return model.signature().version();
    }

    @Override
    public void close() {
        model.close();
    }
}
