/** The status of commands, for requests that did not await the outcome. */
package com.fusioncommerce.api.outcomes;
