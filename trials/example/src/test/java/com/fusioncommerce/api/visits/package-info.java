/** Routes of visits. */
package com.fusioncommerce.api.visits;
