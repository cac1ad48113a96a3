/**
 * Starts parts in the order of their needs, watches them, restarts what dies and stops all of it again. Knows nothing of
 * what the parts are: see {@code com.fusioncommerce.platform.parts} for those.
 */
package com.fusioncommerce.platform.supervisor;
