/**
 * Reads the topics of a tenant, folds them by rules of its own, and holds the API and Druid against them. It was written
 * from {@code docs/events.md} and shares no code with what it checks: no class of ours outside this package is used here,
 * and a test keeps it so.
 */
package com.fusioncommerce.trials.checker;
