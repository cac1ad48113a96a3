/** What became of commands whose requests did not wait for them. */
package com.fusioncommerce.api.outcomes;
