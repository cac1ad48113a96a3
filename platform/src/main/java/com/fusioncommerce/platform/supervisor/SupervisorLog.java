package com.fusioncommerce.platform.supervisor;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The supervisor's own log, in the format of the parts' logs: starts, deaths, stops. */
public final class SupervisorLog implements Watcher, AutoCloseable {
    /** The name of the log among the parts' logs. */
    public static final String NAME = "supervisor";

    private final LoggerContext context = new LoggerContext();
    private final Logger log;

    /** Creates the log in the directory of all logs. */
    public SupervisorLog(Path directory) {
        context.setName(NAME);
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty(
                LogFile.ENVIRONMENT, LogFile.of(directory, NAME).path().toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(SupervisorLog.class.getResource("supervisor-logback.xml"));
        } catch (JoranException e) {
            throw new IllegalStateException("the supervisor's log cannot be opened", e);
        }
        this.log = context.getLogger("com.fusioncommerce.supervisor");
    }

    @Override
    public void ready(String part, Duration took, String note) {
        log.info("{} is ready after {} ms: {}", part, took.toMillis(), note);
    }

    @Override
    public void died(String part, String how, List<String> logTail, Duration restartIn) {
        log.error("{} {}, it is started again in {} ms", part, how, restartIn.toMillis());
    }

    @Override
    public void stopping(String part) {
        log.info("{} is asked to stop", part);
    }

    @Override
    public void stopped(String part, boolean killed) {
        if (killed) {
            log.warn("{} did not stop in time and was killed", part);
        } else {
            log.info("{} has stopped", part);
        }
    }

    @Override
    public void close() {
        context.stop();
    }
}
