/**
 * Measures the platform: a benchmark starts the parts that it needs, warms up, measures, and writes what it found as JSON
 * and as a Markdown table.
 */
package com.fusioncommerce.trials.bench;
