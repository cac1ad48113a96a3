/**
 * Druid as the analytical copy of what happened: what is ingested ({@link com.fusioncommerce.druid.SupervisorSpecs}), what
 * can be asked of it ({@link com.fusioncommerce.druid.DruidQuery}, always of one tenant), and clients over HTTP for both.
 * Uses the JDK's HTTP client and Jackson only.
 */
package com.fusioncommerce.druid;
