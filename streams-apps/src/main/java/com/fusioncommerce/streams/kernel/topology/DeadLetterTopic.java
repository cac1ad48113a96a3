package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.schemas.DeadLetters;
import com.fusioncommerce.schemas.MessageHeaders;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** Chooses a record's dead-letter topic by the header with its original topic. */
final class DeadLetterTopic implements TopicNameExtractor<byte[], byte[]> {
    @Override
    public String extract(byte[] key, byte[] value, RecordContext context) {
        return DeadLetters.of(MessageHeaders.text(context.headers(), DeadLetters.TOPIC, null));
    }

    @Override
    public String toString() {
        return "by header " + DeadLetters.TOPIC;
    }
}
