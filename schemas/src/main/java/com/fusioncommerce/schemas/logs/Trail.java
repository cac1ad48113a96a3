package com.fusioncommerce.schemas.logs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the steps of a request, one line a step, in all processes; {@code fusion logs --correlation} collects the lines
 * of a request. {@code FUSION_LOG_TRAIL=OFF} switches the logger off. When more is logged than can be written, lines
 * are dropped and no thread waits.
 */
public final class Trail {
    /** Name of the trail's logger. */
    public static final String LOGGER = "com.fusioncommerce.trail";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private Trail() {}

    /** Whether steps are logged, for callers whose steps are expensive to describe. */
    public static boolean isOn() {
        return LOG.isInfoEnabled();
    }

    /** Logs a step. */
    public static void step(String tenant, String correlationId, String message, Object... arguments) {
        if (LOG.isInfoEnabled()) {
            LOG.atInfo()
                    .addKeyValue(LogFields.CORRELATION_ID, correlationId)
                    .addKeyValue(LogFields.TENANT, tenant)
                    .log(message, arguments);
        }
    }
}
