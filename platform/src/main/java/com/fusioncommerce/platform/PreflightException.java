package com.fusioncommerce.platform;

import java.util.List;

/** The machine lacks resources that the platform needs. The message names all of them, for people. */
public final class PreflightException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PreflightException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
