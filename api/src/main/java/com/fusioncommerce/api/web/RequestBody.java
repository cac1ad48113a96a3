package com.fusioncommerce.api.web;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads bodies, up to a bound. */
final class RequestBody {
    /** A body beyond the bound is read away up to this, so that its sender gets to see the answer. */
    private static final int DRAINED = 32 << 20;

    private static final int CHUNK = 64 << 10;

    private RequestBody() {}

    /**
     * A body that says it is JSON, and is not encoded further.
     *
     * @throws ProblemException if it says otherwise, or is too large
     */
    static byte[] read(Context context, int maxBytes) {
        String type = context.req().getContentType();
        String encoding = context.header("Content-Encoding");
        byte[] body = bytes(context, maxBytes);
        if (encoding != null && !encoding.trim().equalsIgnoreCase("identity")) {
            throw Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "Content-Encoding is " + printable(encoding) + "; send the body as it is.")
                    .with("Accept-Encoding", "identity")
                    .raised();
        }
        if (!isJson(type)) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    type == null ? "Content-Type is missing." : "Content-Type is " + printable(type) + ".");
        }
        return body;
    }

    /**
     * A body of any type.
     *
     * @throws ProblemException if it is too large, or breaks off
     */
    static byte[] bytes(Context context, int maxBytes) {
        try {
            InputStream in = context.req().getInputStream();
            long length = context.req().getContentLengthLong();
            boolean tooLarge = length > maxBytes;
            byte[] body = tooLarge ? new byte[0] : in.readNBytes(length < 0 ? maxBytes + 1 : (int) length);
            if (tooLarge || body.length > maxBytes) {
                drain(in);
                throw Problem.of(ProblemType.BODY_TOO_LARGE, "The body may have " + maxBytes + " bytes at most.")
                        .with("Connection", "close")
                        .raised();
            }
            return body;
        } catch (IOException e) {
            throw ProblemException.of(ProblemType.INVALID_REQUEST, "The body broke off.");
        }
    }

    private static void drain(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int total = 0;
        int read = in.read(chunk);
        while (read >= 0 && total < DRAINED) {
            total += read;
            read = in.read(chunk);
        }
    }

    private static boolean isJson(String type) {
        if (type == null) {
            return false;
        }
        String[] parts = type.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].trim().equals(Reply.JSON)) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].trim().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }

    private static String printable(String text) {
        String cut = text.length() > 100 ? text.substring(0, 100) : text;
        return cut.replaceAll("[^ -~]", "?");
    }
}
