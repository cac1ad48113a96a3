/** The API's operations on stock and pools. */
package com.fusioncommerce.api.stock;
