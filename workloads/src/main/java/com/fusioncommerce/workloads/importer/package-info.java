/**
 * Imports real sales through the platform's commands, and reconciles the platform's counts with the file. Every
 * command's idempotency key derives from the data, so that an import can stop and resume at any point.
 */
package com.fusioncommerce.workloads.importer;
