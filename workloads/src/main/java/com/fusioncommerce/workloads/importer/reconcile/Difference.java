package com.fusioncommerce.workloads.importer.reconcile;

import java.math.BigInteger;

/**
 * Something that two witnesses count differently.
 *
 * @param expected by the first witness
 * @param actual by the witness named
 */
public record Difference(
        Dimension dimension, String value, Measure measure, String witness, BigInteger expected, BigInteger actual) {}
