/** How far reads over HTTP are from what the HTTP server itself can do. */
package com.fusioncommerce.trials.bench.limit;
