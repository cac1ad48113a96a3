/**
 * Brings real sales into the platform through its own commands, and holds what came of them against where they came
 * from. Every command's idempotency key follows from the data, so that an import can stop and start at any point.
 */
package com.fusioncommerce.workloads.importer;
