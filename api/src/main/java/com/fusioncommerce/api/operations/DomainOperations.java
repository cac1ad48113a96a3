package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.web.Scope;
import java.util.List;

/**
 * A domain's part of the API, found on the class path: a public class with {@code @AutoService(DomainOperations.class)}
 * and a public constructor without parameters. A scope of any of its operations suffices to read the status of the
 * domain's commands.
 */
public interface DomainOperations {
    /** The domain's name in messages. */
    String domain();

    /** The domain's scopes. */
    List<Scope> scopes();

    /** The domain's operations, in the order of the OpenAPI document. */
    List<Operation> all(Wiring wiring);
}
