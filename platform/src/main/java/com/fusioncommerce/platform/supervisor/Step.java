package com.fusioncommerce.platform.supervisor;

/** A part that runs once per start, such as creating topics or registering schemas. Must be repeatable. */
public non-sealed interface Step extends Part {
    /**
     * Runs the step.
     *
     * @return the result in a few words
     * @throws Exception if the step fails; the message is shown to people
     */
    String run() throws Exception;
}
