package com.fusioncommerce.platform.supervisor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The command that starts a process.
 *
 * @param command the program and its arguments
 * @param environment variables added to those of this process
 * @param directory the working directory
 */
public record Launch(List<String> command, Map<String, String> environment, Path directory) {
    /** Copies the collections. */
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Shows only the program: arguments and environment can hold secrets. */
    @Override
    public String toString() {
        return "Launch[" + command.get(0) + "]";
    }
}
