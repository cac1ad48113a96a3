package com.fusioncommerce.trials.chaos;

import java.io.IOException;

/** Injects a fault into a part, and undoes it. */
interface Inflictor {
    /**
     * Injects the fault.
     *
     * @return the remedy; does nothing if the platform recovers by itself
     * @throws IOException if that fails, e.g. because the part does not run
     */
    Remedy inflict(String part) throws IOException;

    /** Undoes a fault. */
    @FunctionalInterface
    interface Remedy {
        /** For faults from which the platform recovers by itself. */
        Remedy NONE = () -> {};

        /**
         * Undoes the fault.
         *
         * @throws IOException if that fails
         */
        void apply() throws IOException;
    }
}
