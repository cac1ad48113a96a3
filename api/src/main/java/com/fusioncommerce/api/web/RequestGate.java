package com.fusioncommerce.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Validates requests before routing. The URI must be ASCII with percent escapes of UTF-8, without a fragment, and its
 * path must begin with a slash and have no control character: later decoders drop or guess anything else. The only
 * transfer coding is chunked: bodies of others would be read undecoded. A header that overrides the method is removed,
 * since a filter in front of this server has judged the request line.
 */
final class RequestGate extends Handler.Wrapper {
    /** Attribute with the detail of a refused request's problem. */
    static final String DETAIL = RequestGate.class.getName() + ".detail";

    private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";
    private static final Pattern CONTROL = Pattern.compile("%(?:[01].|7[Ff])");
    private static final int BAD_REQUEST = 400;

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String wrong = wrong(request);
        if (wrong != null) {
            request.setAttribute(DETAIL, wrong);
            Response.writeError(request, response, callback, BAD_REQUEST);
            return true;
        }
        HttpFields headers = request.getHeaders();
        if (!headers.contains(METHOD_OVERRIDE)) {
            return super.handle(request, response, callback);
        }
        HttpFields kept = HttpFields.build(headers).remove(METHOD_OVERRIDE).asImmutable();
        return super.handle(
                new Request.Wrapper(request) {
                    @Override
                    public HttpFields getHeaders() {
                        return kept;
                    }
                },
                response,
                callback);
    }

    /** The fault of a request, or null. */
    private static String wrong(Request request) {
        HttpURI uri = request.getHttpURI();
        String path = uri.getPath();
        if (OrderlyConnections.ABOVE_ROOT.equals(uri.getFragment())) {
            return "The address leads above its root: /../ has nowhere to go.";
        }
        if (uri.getFragment() != null || !isWellFormed(path) || !isWellFormed(uri.getQuery())) {
            return "The address must be ASCII with percent escapes (%20) of UTF-8, without a fragment.";
        }
        if (path != null && CONTROL.matcher(path).find()) {
            return "The address has control characters in its path.";
        }
        boolean ofServer = "*".equals(path) && HttpMethod.OPTIONS.is(request.getMethod());
        if (!ofServer && (path == null || !path.startsWith("/"))) {
            return "The address must begin with a slash.";
        }
        List<String> codings = request.getHeaders().getCSV(HttpHeader.TRANSFER_ENCODING, false);
        if (!codings.isEmpty() && !(codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"))) {
            return "Transfer-Encoding may be chunked and nothing else.";
        }
        return null;
    }

    /** Whether a part of a URI is printable ASCII with escapes of UTF-8, or null. */
    static boolean isWellFormed(String part) {
        if (part == null) {
            return true;
        }
        boolean escapes = false;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c <= ' ' || c > '~') {
                return false;
            }
            if (c == '%') {
                if (i + 2 >= part.length()
                        || !HexFormat.isHexDigit(part.charAt(i + 1))
                        || !HexFormat.isHexDigit(part.charAt(i + 2))) {
                    return false;
                }
                escapes = true;
            }
        }
        return !escapes || isUtf8(decoded(part));
    }

    private static byte[] decoded(String part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(part.length());
        int i = 0;
        while (i < part.length()) {
            boolean escape = part.charAt(i) == '%';
            bytes.write(escape ? HexFormat.fromHexDigits(part, i + 1, i + 3) : part.charAt(i));
            i += escape ? 3 : 1;
        }
        return bytes.toByteArray();
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
