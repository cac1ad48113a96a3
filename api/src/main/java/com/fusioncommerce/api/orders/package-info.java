/** The routes of orders. */
package com.fusioncommerce.api.orders;
