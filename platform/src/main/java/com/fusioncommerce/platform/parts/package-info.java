/**
 * The parts of the local platform, one class per part. To add one: write a class that implements {@link
 * com.fusioncommerce.platform.parts.PlatformServer} (or {@link com.fusioncommerce.platform.supervisor.Step}) and name
 * it in {@link com.fusioncommerce.platform.parts.Catalogue}.
 */
package com.fusioncommerce.platform.parts;
