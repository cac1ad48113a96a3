/**
 * The benchmark of Vendure, Medusa and this platform, on one machine, in one run, by one client. An order of ours
 * counts when a read with its consistency token shows its stock reserved.
 */
package com.fusioncommerce.trials.bench.peers;
