package com.fusioncommerce.trials.checker;

/**
 * A violation of a property.
 *
 * @param key of the order, stock, command or count
 * @param message what is wrong, and its place in the log
 */
public record Gap(String key, String message) {}
