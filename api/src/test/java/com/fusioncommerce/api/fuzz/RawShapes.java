package com.fusioncommerce.api.fuzz;

import java.util.List;
import java.util.Random;

/** Malformed HTTP requests for the path of an operation. */
final class RawShapes {
    private static final List<String> LINES = List.of(
            "GET %s HTTP/3.0",
            "GET %s HTTP/2.0",
            "GET %s HTTP/1.2",
            "GET %s HTTP/0.9",
            "GET %s http/1.1",
            "GET %s",
            "GET  %s  HTTP/1.1",
            "GET\t%s\tHTTP/1.1",
            "GET%s HTTP/1.1",
            "GET %s HTTP/1.1 x",
            "%s GET HTTP/1.1",
            "GET %s HTTP/9",
            "GET %s/%%u0041 HTTP/1.1",
            "GET %s?q=%%u0041 HTTP/1.1",
            "GET %s/%%zz HTTP/1.1",
            "GET %s?%% HTTP/1.1",
            "GET %s/%%ff HTTP/1.1",
            "GET %s?x=%%c0%%ae HTTP/1.1",
            "GET %s/%%00 HTTP/1.1",
            "GET %s/\u00e9 HTTP/1.1",
            "GET %s#x HTTP/1.1",
            "GET %s/../../x HTTP/1.1",
            "GET %s/%%2e%%2e/x HTTP/1.1",
            "GET %s;x=y HTTP/1.1",
            "GET %s\\x HTTP/1.1",
            "GET /%s HTTP/1.1",
            "GET http://x%s HTTP/1.1",
            "GET http://[%s HTTP/1.1",
            "GET http:%s HTTP/1.1",
            "OPTIONS * HTTP/1.1",
            "GET * HTTP/1.1",
            "CONNECT %s HTTP/1.1",
            "CONNECT x:1 HTTP/1.1",
            "TRACE %s HTTP/1.1",
            "PRI * HTTP/2.0",
            "BEFORE %s HTTP/1.1",
            "WEBSOCKET %s HTTP/1.1",
            "G\u0000T %s HTTP/1.1",
            "\u0016\u0003\u0001\u0002\u0000\u0001",
            "\u0000\u0000\u0000",
            "HEAD %s/%%u0041 HTTP/1.1",
            "HEAD %s#x HTTP/1.1",
            "HEAD %s/nothing HTTP/1.1",
            "HEAD %s?unknown=1 HTTP/1.1");
    private static final List<String> HEADERS = List.of(
            "Host: other",
            "Host: a b",
            "X: a\u0000b",
            "X y: z",
            " folded",
            "No colon",
            ": empty",
            "X:\u00ff\u00fe",
            "Expect: magic",
            "Expect: 100-continue",
            "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABk",
            "Upgrade: websocket\r\nConnection: Upgrade",
            "Cookie: a=\"b;c=\u0001",
            "Cookie: =;;;=",
            "X-HTTP-Method-Override: POST",
            "X-HTTP-Method-Override: BEFORE",
            "Connection: close",
            "Connection: keep-alive, x",
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: chunked, gzip",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Content-Length: x",
            "Content-Length: 0\r\nContent-Length: 1",
            "Content-Length: 0\r\nTransfer-Encoding: chunked",
            "Range: bytes=0-1",
            "If-None-Match: *",
            "If-None-Match: \"",
            "Accept: nothing/here",
            "Accept-Encoding: gzip",
            "Forwarded: for=\"[::1\"",
            "X-Forwarded-For: ,,",
            "X-Correlation-Id: \u00e9",
            "traceparent: 00-zz",
            "Fusion-Scope: local",
            "Last-Event-ID: \u0000");
    private static final List<String> BODIES = List.of(
            "Transfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n-2\r\nab\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
            "Transfer-Encoding: chunked\r\n\r\n2\r\nabX\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n2;x=y\r\n{}\r\n0\r\nTrailer: x\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
            "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
            "Content-Length: 2\r\n\r\n\u00ff\u00fe",
            "Content-Length: 1\r\n\r\n\u0000");

    private final Random random;

    RawShapes(Random random) {
        this.random = random;
    }

    FuzzRequest around(String path, String token) {
        String authorised = "Authorization: Bearer " + token;
        return switch (random.nextInt(5)) {
            case 0, 1 -> request(oneOf(LINES).formatted(path), List.of("Host: x", authorised));
            case 2 -> request("GET " + path + " HTTP/1.1", List.of("Host: x", authorised, oneOf(HEADERS)));
            case 3 -> {
                String framed = oneOf(BODIES);
                yield new FuzzRequest(
                        null,
                        "POST " + path + " HTTP/1.1",
                        List.of("Host: x", authorised, "Content-Type: application/json", framed.stripTrailing()),
                        null,
                        false);
            }
            default -> large(path, authorised);
        };
    }

    private FuzzRequest large(String path, String authorised) {
        String much = "a".repeat(7_000 + random.nextInt(20_000));
        return switch (random.nextInt(4)) {
            case 0 -> request("GET " + path + "/" + much + " HTTP/1.1", List.of("Host: x"));
            case 1 -> request("GET " + path + "?x=" + much + " HTTP/1.1", List.of("Host: x", authorised));
            case 2 -> request("GET " + path + " HTTP/1.1", List.of("Host: x", "X: " + much));
            default -> request(much + " " + path + " HTTP/1.1", List.of("Host: x"));
        };
    }

    private static FuzzRequest request(String line, List<String> headers) {
        return new FuzzRequest(null, line, headers, null, false);
    }

    private String oneOf(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
