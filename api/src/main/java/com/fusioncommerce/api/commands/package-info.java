/** From a request to a command in the log, and from its outcome back to the request. */
package com.fusioncommerce.api.commands;
