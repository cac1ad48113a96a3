/** The benchmark that compares reads over HTTP with the limit of the HTTP server itself. */
package com.fusioncommerce.trials.bench.limit;
