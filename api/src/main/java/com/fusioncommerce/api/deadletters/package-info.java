/** Dead letters, for the operators of a tenant's shop. */
package com.fusioncommerce.api.deadletters;
