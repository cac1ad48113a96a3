/** Configuration of a local platform: its files, its ports, and the resources that it needs of the machine. */
package com.fusioncommerce.platform.config;
