package com.fusioncommerce.schemas;

import java.util.List;

/** The registry refused a schema that is incompatible with a registered version. */
public final class IncompatibleSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompatibleSchemaException(String subject, List<String> problems) {
        super(subject + " is incompatible with a version that is registered: " + String.join("; ", problems));
    }
}
