package com.fusioncommerce.flink;

/** Sets up logs as JSON lines on standard output, unless a system property names another configuration. */
final class Logging {
    private static final String CONFIGURATION = "logback.configurationFile";

    private Logging() {}

    /** Must be called before the first logger is created. */
    static void configure() {
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, "flink-logback.xml");
        }
    }
}
