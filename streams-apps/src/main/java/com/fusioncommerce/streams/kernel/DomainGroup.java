package com.fusioncommerce.streams.kernel;

import java.util.List;

/**
 * Group of domains that run in one task, found on the class path: a public class with {@code
 * @AutoService(DomainGroup.class)} and a public constructor without parameters.
 */
public interface DomainGroup {
    /** The name, a part of the names of processors and of outcome stores: a renamed group starts with empty ones. */
    String name();

    /** The domains with these rules, in the order in which they react to an event. */
    List<Domain> domains(OperatorRules rules);
}
