/**
 * Runs Druid's services in one JVM, each under a class loader of its own, since Druid keeps static state that two
 * services cannot share. {@link com.fusioncommerce.platform.druid.launcher.DruidLauncher} starts and stops them in
 * order; it refers to no class of Druid. {@link com.fusioncommerce.platform.druid.launcher.DruidService} is loaded once
 * per service, with Druid's classes.
 */
package com.fusioncommerce.platform.druid.launcher;
