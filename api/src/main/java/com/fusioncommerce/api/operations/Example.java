package com.fusioncommerce.api.operations;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds objects as examples of requests. */
public final class Example {
    private Example() {}

    /** An object of names and values in turn. */
    public static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(object);
    }
}
