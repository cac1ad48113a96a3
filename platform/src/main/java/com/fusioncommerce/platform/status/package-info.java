/** The status of a platform: health of its parts and lag of its consumer groups. */
package com.fusioncommerce.platform.status;
