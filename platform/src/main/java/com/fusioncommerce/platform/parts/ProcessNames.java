package com.fusioncommerce.platform.parts;

/** Names of processes of which there may be several: the first bears the plain name, as if it were the only one. */
final class ProcessNames {
    private ProcessNames() {}

    /** {@code api} for 1, {@code api-2} for 2. */
    static String name(String kind, int number) {
        return number == 1 ? kind : kind + "-" + number;
    }
}
