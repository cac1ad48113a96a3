package com.fusioncommerce.workloads.importer.reconcile;

import java.math.BigInteger;

/**
 * A value that two witnesses count differently.
 *
 * @param expected count of the first witness
 * @param actual count of the named witness
 */
public record Difference(
        Dimension dimension, String value, Measure measure, String witness, BigInteger expected, BigInteger actual) {}
