package com.fusioncommerce.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files that lie in the jar. */
public final class Resources {
    private Resources() {}

    /**
     * Reads one, whole.
     *
     * @throws IllegalStateException if there is none of that path
     */
    public static byte[] read(String path) {
        try (InputStream in = Resources.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
