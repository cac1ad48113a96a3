package com.fusioncommerce.api.web;

import jakarta.servlet.ServletOutputStream;
import java.util.concurrent.CompletableFuture;

/** A body that goes on and on. */
@FunctionalInterface
public interface Stream {
    /**
     * Starts to write without blocking, by a write listener; the future ends with the stream. Called once, after the
     * request has gone asynchronous and the headers are set.
     */
    CompletableFuture<Void> open(ServletOutputStream out);
}
