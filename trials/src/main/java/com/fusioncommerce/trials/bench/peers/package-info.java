/**
 * Vendure, Medusa and this platform side by side, on one machine, in one run, by one client. An order of ours counts when
 * a read of it, bound by its consistency token, shows its stock reserved.
 */
package com.fusioncommerce.trials.bench.peers;
