package com.fusioncommerce.platform.cli;

/**
 * A command of {@code fusion}: a class with picocli's {@code @Command} and {@code @AutoService(FusionCommand.class)}, found
 * on the class path.
 */
public interface FusionCommand {
    /** Sort key of the command in the help's list of commands, ascending over all modules. */
    int place();
}
