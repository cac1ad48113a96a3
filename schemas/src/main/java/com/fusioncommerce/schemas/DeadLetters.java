package com.fusioncommerce.schemas;

/** Dead letters keep a record's key, value and headers as they came, and say in further headers why it lies there. */
public final class DeadLetters {
    /** Topic it came from. */
    public static final String TOPIC = "deadletter_topic";

    /** Partition it came from, decimal. */
    public static final String PARTITION = "deadletter_partition";

    /** Offset it had, decimal. */
    public static final String OFFSET = "deadletter_offset";

    /** Why it could not be processed. */
    public static final String REASON = "deadletter_reason";

    /** Which application gave up on it. */
    public static final String APPLICATION = "deadletter_application";

    /** On a note among dead letters: the offset of the one that was sent again, decimal. A note has no key and no value. */
    public static final String RETRIED = "deadletter_retried";

    /** Partitions of a topic of dead letters. */
    public static final int PARTITIONS = 1;

    private static final String SUFFIX = ".dead-letters";

    private DeadLetters() {}

    /** The topic that holds what could not be read from {@code topic}. */
    public static String of(String topic) {
        return topic + SUFFIX;
    }
}
