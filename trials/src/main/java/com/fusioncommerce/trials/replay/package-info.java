/**
 * Replays a domain's events outside of the running platform, and compares the resulting state with the live one, entry
 * by entry.
 */
package com.fusioncommerce.trials.replay;
