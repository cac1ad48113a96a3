/** What a benchmark ran on: the machine, how busy it was with other things, and what each process took of it. */
package com.fusioncommerce.trials.bench.machine;
