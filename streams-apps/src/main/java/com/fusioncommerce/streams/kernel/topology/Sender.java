package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.MessageHeaders;
import org.apache.kafka.common.header.Headers;

/**
 * The policy that sent a command.
 *
 * @param policy its name
 * @param sentFor id of the aggregate whose event it reacted to
 */
record Sender(String policy, String sentFor) {
    private static final char POLICY_END = '/';

    /** The sender in a command's headers, or null where no policy sent it. */
    static Sender of(Headers headers) {
        String text = MessageHeaders.text(headers, MessageHeaders.SENT_BY, null);
        int end = text == null ? -1 : text.indexOf(POLICY_END);
        return end < 0 ? null : new Sender(text.substring(0, end), text.substring(end + 1));
    }

    /** The header's value. */
    String header() {
        return policy + POLICY_END + sentFor;
    }
}
