package com.fusioncommerce.platform;

import java.util.List;

/** The machine lacks something that the platform needs. The message names all of it, for people. */
public final class PreflightException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PreflightException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
