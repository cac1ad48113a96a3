/** Sends requests' commands to the log, and returns their outcomes to the requests. */
package com.fusioncommerce.api.commands;
