package com.fusioncommerce.platform.parts;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads versions from the names of jars. */
final class JarVersions {
    private static final Pattern VERSION = Pattern.compile("-(\\d[\\w.]*?(?:-SNAPSHOT)?)(?:-runner)?\\.jar");

    private JarVersions() {}

    /** The version of an artifact by its jar in a directory; "?" if there is none. */
    static String of(Path directory, String artifact) {
        String[] jars = directory.toFile().list((parent, name) -> name.startsWith(artifact + "-"));
        for (String jar : jars == null ? new String[0] : jars) {
            Matcher version = VERSION.matcher(jar.substring(artifact.length()));
            if (version.matches()) {
                return version.group(1);
            }
        }
        return "?";
    }
}
