/** The API's operations on orders. */
package com.fusioncommerce.api.orders;
