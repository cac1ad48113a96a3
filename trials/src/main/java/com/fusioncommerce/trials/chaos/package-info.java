/**
 * Chaos runs: injects faults from a seed into a platform under load, measures availability, and ends with the verdict
 * of {@link com.fusioncommerce.trials.checker.Checker} on lost data.
 */
package com.fusioncommerce.trials.chaos;
