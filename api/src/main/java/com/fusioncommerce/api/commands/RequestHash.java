package com.fusioncommerce.api.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Json;
import com.fusioncommerce.api.web.Sha256;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * Hash of a request's content: its operation, its decoded path parameters, and its body as canonical JSON. The encoding
 * of the path and the whitespace of the body do not change the hash.
 */
final class RequestHash {
    private static final int BYTES = 16;

    private RequestHash() {}

    static ByteBuffer of(Call call) {
        byte[] target = Json.write(new TreeMap<>(call.pathParameters()));
        byte[] body = call.canonicalBody();
        byte[] operation = call.operation().getBytes(UTF_8);
        ByteBuffer request = ByteBuffer.allocate(operation.length + target.length + body.length + 2);
        // This JSON has no line break: the separator is unambiguous.
        request.put(operation).put((byte) '\n').put(target).put((byte) '\n').put(body);
        return ByteBuffer.wrap(Arrays.copyOf(Sha256.of(request.array()), BYTES));
    }
}
