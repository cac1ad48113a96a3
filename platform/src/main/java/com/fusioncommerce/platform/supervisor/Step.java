package com.fusioncommerce.platform.supervisor;

/** A part that is done once: making topics, registering schemas. Must be repeatable, since every start runs it. */
public non-sealed interface Step extends Part {
    /**
     * Does it.
     *
     * @return what was done, in a few words
     * @throws Exception if it can't be done; the message is shown to people
     */
    String run() throws Exception;
}
