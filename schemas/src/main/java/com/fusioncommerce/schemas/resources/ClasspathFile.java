package com.fusioncommerce.schemas.resources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads files that are in a jar beside its classes. */
public final class ClasspathFile {
    private ClasspathFile() {}

    /**
     * Reads a file whole.
     *
     * @param beside a class of the same jar
     * @param name relative to the class's package, or absolute with a leading slash
     * @throws IllegalStateException if there is no such file
     */
    public static byte[] bytes(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name + ", beside " + beside.getName());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Reads a file of UTF-8 text whole, see {@link #bytes}. */
    public static String text(Class<?> beside, String name) {
        return new String(bytes(beside, name), StandardCharsets.UTF_8);
    }
}
