package com.fusioncommerce.trials.replay;

/**
 * An entry on which the live state and its replay disagree.
 *
 * @param topic where the live entry is read
 * @param key of the entry
 * @param what how they disagree, for people
 */
record Difference(String topic, String key, String what) {}
