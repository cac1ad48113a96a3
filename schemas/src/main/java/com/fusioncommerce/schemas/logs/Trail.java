package com.fusioncommerce.schemas.logs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a request sets in motion, one line a step, in the logs of all processes: {@code fusion logs --correlation} puts
 * them together. The logger of that name is switched off by {@code FUSION_LOG_TRAIL=OFF}; where more is logged than can
 * be written, lines are left out, and nothing waits.
 */
public final class Trail {
    /** The name of its logger. */
    public static final String LOGGER = "com.fusioncommerce.trail";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private Trail() {}

    /** Whether steps are logged: for whoever has to work to tell one. */
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
