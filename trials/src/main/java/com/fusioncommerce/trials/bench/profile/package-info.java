/** Where processor time goes: what a sampling profiler saw in a process, attributed to parts of the platform. */
package com.fusioncommerce.trials.bench.profile;
