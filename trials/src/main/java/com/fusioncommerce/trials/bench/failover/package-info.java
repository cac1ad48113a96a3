/** What users notice when processes of the platform are restarted or die: failed requests, gaps, latency. */
package com.fusioncommerce.trials.bench.failover;
