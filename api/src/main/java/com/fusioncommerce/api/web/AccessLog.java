package com.fusioncommerce.api.web;

import com.fusioncommerce.schemas.logs.LogFields;
import io.javalin.http.Context;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Access log: one line per sent answer, including those by Jetty itself. It names the route but no path, header or
 * query, since these can contain tokens. Health and metrics are polled, and logged at DEBUG.
 */
final class AccessLog implements RequestLog {
    /** The logger's name; {@code FUSION_LOG_ACCESS=OFF} switches it off. */
    static final String LOGGER = "com.fusioncommerce.access";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final String ENTRY = AccessLog.class.getName();
    private static final Set<String> QUIET = Set.of("/health/live", "/health/ready", "/metrics");

    /** The parts of a log line that only the route knows. */
    static final class Entry {
        private final String route;
        private final String correlationId;
        private volatile Principal caller;

        private Entry(String route, String correlationId) {
            this.route = route;
            this.correlationId = correlationId;
        }

        /** Sets the authenticated caller; null on an open route. */
        void caller(Principal principal) {
            caller = principal;
        }
    }

    /** Creates the log entry of a request. */
    static Entry begin(Context context, String route, String correlationId) {
        Entry entry = new Entry(route, correlationId);
        ServletContextRequest.getServletContextRequest(context.req()).setAttribute(ENTRY, entry);
        return entry;
    }

    @Override
    public void log(Request request, Response response) {
        Entry entry = (Entry) request.getAttribute(ENTRY);
        String route = entry == null ? "(no route)" : entry.route;
        int status = status(request, response);
        boolean quiet = QUIET.contains(route);
        LoggingEventBuilder line = quiet ? LOG.atDebug() : LOG.atInfo();
        Principal caller = entry == null ? null : entry.caller;
        line.addKeyValue(LogFields.CORRELATION_ID, entry == null ? "" : entry.correlationId)
                .addKeyValue(LogFields.TENANT, caller == null ? "" : caller.tenant())
                .addKeyValue("caller", caller == null ? "" : caller.subject())
                .addKeyValue("method", request.getMethod())
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("bytes", Response.getContentBytesWritten(response))
                .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime()))
                .addKeyValue("remote", Request.getRemoteAddr(request))
                .log("{} {} {}", request.getMethod(), route, status);
    }

    /**
     * The answer's status: for requests that Jetty cannot parse the attribute, as the response has that of a failure.
     */
    private static int status(Request request, Response response) {
        return request.getAttribute(ErrorHandler.ERROR_STATUS) instanceof Integer given ? given : response.getStatus();
    }
}
