/** The API's operations on products. */
package com.fusioncommerce.api.catalog;
