/**
 * The command line, one class per command, and {@link com.fusioncommerce.platform.Platform}, with which tests start the
 * same servers.
 */
package com.fusioncommerce.platform;
