package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.web.Scope;
import java.util.List;

/**
 * A domain's part of the API, found on the class path: a public class with {@code @AutoService(DomainOperations.class)} and
 * a public constructor without parameters. A scope of any of its operations is enough to see what became of the domain's
 * commands.
 */
public interface DomainOperations {
    /** The domain, as its messages name it. */
    String domain();

    /** The scopes that the domain has. */
    List<Scope> scopes();

    /** Its operations, in the order in which the document has them. */
    List<Operation> all(Wiring wiring);
}
