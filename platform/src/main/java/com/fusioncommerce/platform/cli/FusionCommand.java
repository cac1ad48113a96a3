package com.fusioncommerce.platform.cli;

/**
 * A command of {@code fusion}: a class with picocli's {@code @Command}, named in {@code
 * META-INF/services/com.fusioncommerce.platform.cli.FusionCommand} of its module. The commands appear in the order of the
 * modules on the class path, and within one in that of the file.
 */
public interface FusionCommand {}
