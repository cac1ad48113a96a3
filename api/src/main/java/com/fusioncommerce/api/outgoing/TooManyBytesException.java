package com.fusioncommerce.api.outgoing;

import java.io.IOException;

/** An upstream server's answer exceeds the maximum size. */
public final class TooManyBytesException extends IOException {
    private static final long serialVersionUID = 1L;

    TooManyBytesException(int most) {
        super("more than " + most + " bytes");
    }
}
