package com.fusioncommerce.platform.parts;

/** Names of the processes of one kind: the first has the plain name, as if it were the only one. */
final class ProcessNames {
    private ProcessNames() {}

    /** {@code api} for 1, {@code api-2} for 2. */
    static String name(String kind, int number) {
        return number == 1 ? kind : kind + "-" + number;
    }
}
