package com.fusioncommerce.platform.cli;

/**
 * A command of {@code fusion}: a class with picocli's {@code @Command} and {@code @AutoService(FusionCommand.class)}, found
 * on the class path.
 */
public interface FusionCommand {
    /** Where it stands in the list of commands: those with a smaller number stand before it, whatever module they are of. */
    int place();
}
