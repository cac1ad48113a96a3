/** Attribution of processor time: samples of a process's stacks, by parts of the platform. */
package com.fusioncommerce.trials.bench.profile;
