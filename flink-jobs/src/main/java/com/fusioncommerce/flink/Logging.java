package com.fusioncommerce.flink;

/** Logs as JSON lines on standard output, unless whoever starts the process says otherwise. */
final class Logging {
    private static final String CONFIGURATION = "logback.configurationFile";

    private Logging() {}

    /** Must come before the first logger is made. */
    static void configure() {
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, "flink-logback.xml");
        }
    }
}
