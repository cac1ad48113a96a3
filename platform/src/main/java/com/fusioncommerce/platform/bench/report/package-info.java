/** Results of benchmarks: as JSON, as Markdown, and in the documentation. */
package com.fusioncommerce.platform.bench.report;
