/**
 * Benchmarks of the platform: each starts the needed parts, warms up, measures, and writes its results as JSON and as a
 * Markdown table.
 */
package com.fusioncommerce.trials.bench;
