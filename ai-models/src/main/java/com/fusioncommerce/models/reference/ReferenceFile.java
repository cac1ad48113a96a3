package com.fusioncommerce.models.reference;

import com.fusioncommerce.schemas.resources.ClasspathFile;
import java.util.List;

/**
 * Reads the semicolon-separated rows of a resource file in this package; lines that start with {@code #} are comments.
 */
final class ReferenceFile {
    private ReferenceFile() {}

    static List<String[]> rows(String name) {
        return ClasspathFile.text(ReferenceFile.class, name)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(";", -1))
                .toList();
    }
}
