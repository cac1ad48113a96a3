package com.fusioncommerce.api.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Json;
import com.fusioncommerce.api.web.Sha256;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * Hash of what a request asks for: its operation, the parameters of its path as decoded, and its body as JSON whose
 * fields are in order. How the path was encoded, and how the body was spaced, makes no other request of it.
 */
final class RequestHash {
    private static final int BYTES = 16;

    private RequestHash() {}

    static ByteBuffer of(Call call) {
        byte[] target = Json.write(new TreeMap<>(call.pathParameters()));
        byte[] body = call.canonicalBody();
        byte[] operation = call.operation().getBytes(UTF_8);
        ByteBuffer request = ByteBuffer.allocate(operation.length + target.length + body.length + 2);
        // JSON as it is written here has no line break.
        request.put(operation).put((byte) '\n').put(target).put((byte) '\n').put(body);
        return ByteBuffer.wrap(Arrays.copyOf(Sha256.of(request.array()), BYTES));
    }
}
