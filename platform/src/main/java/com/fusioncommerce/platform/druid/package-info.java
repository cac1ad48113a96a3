/**
 * Apache Druid on one machine: its jars are downloaded from Maven Central ({@link
 * com.fusioncommerce.platform.druid.DruidDist}), its configuration is written and its processes are described ({@link
 * com.fusioncommerce.platform.druid.DruidServer}). ZooKeeper must be started first and stopped last.
 */
package com.fusioncommerce.platform.druid;
