/** The routes of visits. */
package com.fusioncommerce.api.visits;
