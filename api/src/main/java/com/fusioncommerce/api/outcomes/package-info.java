/** The status of commands not awaited by their requests. */
package com.fusioncommerce.api.outcomes;
