/**
 * Druid as the analytical copy of the event log: the supervisor specs
 * ({@link com.fusioncommerce.druid.SupervisorSpecs}), the catalogue of queries
 * ({@link com.fusioncommerce.druid.DruidQuery}, each for one tenant), and HTTP clients for both. Uses the JDK's HTTP
 * client and Jackson only.
 */
package com.fusioncommerce.druid;
