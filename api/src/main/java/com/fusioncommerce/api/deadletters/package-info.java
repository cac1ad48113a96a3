/** Messages that were put aside, for those who operate a tenant's shop. */
package com.fusioncommerce.api.deadletters;
