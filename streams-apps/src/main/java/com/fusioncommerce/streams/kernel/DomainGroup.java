package com.fusioncommerce.streams.kernel;

import java.util.List;

/**
 * Domains that run in one task, found on the class path: a public class with {@code @AutoService(DomainGroup.class)} and a
 * public constructor without parameters.
 */
public interface DomainGroup {
    /** Its name, of which those of its processors and of its stores of outcomes are made: another one is another state. */
    String name();

    /** Its domains, under these rules, in the order in which they react to an event. */
    List<Domain> domains(OperatorRules rules);
}
