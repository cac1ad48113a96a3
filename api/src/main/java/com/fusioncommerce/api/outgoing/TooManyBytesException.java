package com.fusioncommerce.api.outgoing;

import java.io.IOException;

/** Another server's answer has more bytes than it may. */
public final class TooManyBytesException extends IOException {
    private static final long serialVersionUID = 1L;

    TooManyBytesException(int most) {
        super("more than " + most + " bytes");
    }
}
