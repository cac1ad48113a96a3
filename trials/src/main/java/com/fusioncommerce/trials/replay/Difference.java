package com.fusioncommerce.trials.replay;

/**
 * An entry whose live state differs from its replay.
 *
 * @param topic of the live entry
 * @param key of the entry
 * @param what description of the difference
 */
record Difference(String topic, String key, String what) {}
