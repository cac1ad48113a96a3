/** Fraud scoring: every created order gets its features, a score and reasons, within milliseconds. */
package com.fusioncommerce.flink.fraud;
