/**
 * Folds a domain's events again, away from the platform that runs, and holds what comes of it against the live state,
 * entry by entry.
 */
package com.fusioncommerce.trials.replay;
