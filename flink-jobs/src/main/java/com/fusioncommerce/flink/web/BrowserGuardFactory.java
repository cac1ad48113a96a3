package com.fusioncommerce.flink.web;

import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.io.network.netty.InboundChannelHandlerFactory;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandler;

/** Gives each connection to Flink's REST API a {@link BrowserGuard}; Flink finds it as a service. */
public final class BrowserGuardFactory implements InboundChannelHandlerFactory {
    private static final int FIRST = 100;

    @Override
    public int priority() {
        return FIRST;
    }

    @Override
    public Optional<ChannelHandler> createHandler(Configuration configuration, Map<String, String> responseHeaders) {
        return Optional.of(new BrowserGuard());
    }
}
