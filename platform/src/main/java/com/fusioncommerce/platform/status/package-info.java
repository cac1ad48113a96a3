/** What a platform is doing: the health of its parts and how far its readers lag behind. */
package com.fusioncommerce.platform.status;
