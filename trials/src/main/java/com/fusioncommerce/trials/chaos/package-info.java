/**
 * Breaks a platform under load and checks that nothing was lost: faults drawn from a seed, what was available meanwhile as
 * numbers, and in the end the verdict of {@link com.fusioncommerce.trials.checker.Checker}.
 */
package com.fusioncommerce.trials.chaos;
