package com.fusioncommerce.api.events;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/** An output stream of a connection that is never writable. */
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
