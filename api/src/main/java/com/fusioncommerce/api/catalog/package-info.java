/** The routes of products. */
package com.fusioncommerce.api.catalog;
