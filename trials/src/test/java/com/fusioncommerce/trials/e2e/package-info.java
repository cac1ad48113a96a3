/** The whole platform, as its users meet it: real Kafka, registry, Flink, Druid, API and browser, started once for all. */
package com.fusioncommerce.trials.e2e;
