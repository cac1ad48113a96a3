/**
 * Checker of a tenant's data: reads the topics, folds them by rules of its own, and compares the API and Druid with the
 * result. It was written from {@code docs/events.md} and is independent of the checked code: it uses no class of ours
 * outside this package, as a test verifies.
 */
package com.fusioncommerce.trials.checker;
