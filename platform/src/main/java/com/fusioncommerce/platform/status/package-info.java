/** The status of a platform: the health of its parts and the lag of its consumers. */
package com.fusioncommerce.platform.status;
