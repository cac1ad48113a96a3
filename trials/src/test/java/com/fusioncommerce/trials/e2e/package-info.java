/** End-to-end tests: real Kafka, registry, Flink, Druid, API and browser, started once for all tests. */
package com.fusioncommerce.trials.e2e;
