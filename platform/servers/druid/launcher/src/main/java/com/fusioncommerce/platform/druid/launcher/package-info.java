/**
 * Runs Druid's services in one JVM, each under a class loader of its own, since Druid keeps static state that two
 * services cannot share. {@link com.fusioncommerce.platform.druid.launcher.DruidLauncher} starts and stops them in
 * order; it knows nothing of Druid's classes. {@link com.fusioncommerce.platform.druid.launcher.DruidService} is loaded
 * once a service, beside Druid's classes.
 */
package com.fusioncommerce.platform.druid.launcher;
