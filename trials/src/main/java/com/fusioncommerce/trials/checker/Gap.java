package com.fusioncommerce.trials.checker;

/**
 * Something that is not as it should be.
 *
 * @param key what it is about: an order, a stock, a command, a count
 * @param message what is wrong with it, and where in the log that shows
 */
public record Gap(String key, String message) {}
