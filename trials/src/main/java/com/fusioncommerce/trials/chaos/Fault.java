package com.fusioncommerce.trials.chaos;

/**
 * One way to break one part.
 *
 * @param kind how
 * @param part name of the part, such as {@code api-2}
 */
record Fault(FaultKind kind, String part) {
    /** The part without its number: what may be broken together with another only if that is of another group. */
    String group() {
        return part.replaceAll("-\\d+$", "");
    }

    @Override
    public String toString() {
        return kind.words() + " " + part;
    }
}
