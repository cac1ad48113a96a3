package com.fusioncommerce.trials.chaos;

/**
 * A fault of one part.
 *
 * @param kind of fault
 * @param part name of the part, such as {@code api-2}
 */
record Fault(FaultKind kind, String part) {
    /** The part without its number: faults of one round must be of different groups. */
    String group() {
        return part.replaceAll("-\\d+$", "");
    }

    @Override
    public String toString() {
        return kind.words() + " " + part;
    }
}
