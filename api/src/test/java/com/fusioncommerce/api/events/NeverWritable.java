package com.fusioncommerce.api.events;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/** A connection that never takes a byte. */
final class NeverWritable extends ServletOutputStream {
    @Override
    public boolean isReady() {
        return false;
    }

    @Override
    public void setWriteListener(WriteListener listener) {}

    @Override
    public void write(int b) {
        throw new AssertionError("nothing is written to a connection that takes nothing");
    }
}
