package com.fusioncommerce.schemas;

import java.util.List;

/** A schema that readers of its older versions, or old readers, could not cope with. */
public final class IncompatibleSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompatibleSchemaException(String subject, List<String> problems) {
        super(subject + " is incompatible with a version that is registered: " + String.join("; ", problems));
    }
}
