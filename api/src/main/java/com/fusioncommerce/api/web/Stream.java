package com.fusioncommerce.api.web;

import jakarta.servlet.ServletOutputStream;
import java.util.concurrent.CompletableFuture;

/** A streamed body without a fixed end. */
@FunctionalInterface
public interface Stream {
    /**
     * Starts to write by a write listener, without blocking; the future completes when the stream ends. Called once,
     * after the request has gone asynchronous and the headers are set.
     */
    CompletableFuture<Void> open(ServletOutputStream out);
}
