package com.fusioncommerce.schemas;

/**
 * Topics and headers of dead letters: unchanged records that could not be processed, with headers for origin and
 * reason.
 */
public final class DeadLetters {
    /** Topic of the original record. */
    public static final String TOPIC = "deadletter_topic";

    /** Partition of the original record, decimal. */
    public static final String PARTITION = "deadletter_partition";

    /** Offset of the original record, decimal. */
    public static final String OFFSET = "deadletter_offset";

    /** Why the record could not be processed. */
    public static final String REASON = "deadletter_reason";

    /** Application that could not process the record. */
    public static final String APPLICATION = "deadletter_application";

    /**
     * Offset of the dead letter that was sent again, decimal: header of a retry note, which has no key and no value.
     */
    public static final String RETRIED = "deadletter_retried";

    /** Number of partitions of a topic of dead letters. */
    public static final int PARTITIONS = 1;

    private static final String SUFFIX = ".dead-letters";

    private DeadLetters() {}

    /** The topic of the dead letters of {@code topic}. */
    public static String of(String topic) {
        return topic + SUFFIX;
    }
}
