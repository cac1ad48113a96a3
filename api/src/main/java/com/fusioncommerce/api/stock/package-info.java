/** The routes of stock and of pools. */
package com.fusioncommerce.api.stock;
