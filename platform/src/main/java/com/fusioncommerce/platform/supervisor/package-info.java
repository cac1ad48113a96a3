/**
 * Starts parts in the order of their dependencies, supervises and restarts them, and stops them. Independent of the
 * concrete parts in {@code com.fusioncommerce.platform.parts}.
 */
package com.fusioncommerce.platform.supervisor;
