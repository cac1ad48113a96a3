/** Results of benchmarks: as JSON, as Markdown, and in the documentation. */
package com.fusioncommerce.trials.bench.report;
