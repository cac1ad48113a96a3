/**
 * Apache Druid on one machine: its jars are brought from Maven Central ({@link
 * com.fusioncommerce.platform.druid.DruidDist}), its configuration is written and its processes are described ({@link
 * com.fusioncommerce.platform.druid.DruidServer}). Whoever starts the processes starts ZooKeeper first and stops it last.
 */
package com.fusioncommerce.platform.druid;
