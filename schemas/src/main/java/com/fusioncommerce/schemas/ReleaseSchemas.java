package com.fusioncommerce.schemas;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Release step that records the current schemas as released; from then on the build checks every change against them.
 */
public final class ReleaseSchemas {
    private ReleaseSchemas() {}

    /**
     * Writes a new version of every schema that changed since the last release.
     *
     * @param arguments the directory of the released schemas
     */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: ReleaseSchemas <directory of the released schemas>");
        }
        release(Path.of(arguments[0]), SchemaPromise.all(), System.out);
    }

    static void release(Path directory, List<SchemaPromise> promises, PrintStream out) {
        ReleasedSchemas released = new ReleasedSchemas(directory);
        List<String> problems = new CompatibilityGate(released).problems(promises);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("not released:\n" + String.join("\n", problems));
        }
        List<String> written =
                released.release(promises.stream().map(SchemaPromise::schema).toList());
        out.println(written.isEmpty() ? "nothing changed since the last release" : "released");
        written.forEach(version -> out.println("  " + version));
    }
}
