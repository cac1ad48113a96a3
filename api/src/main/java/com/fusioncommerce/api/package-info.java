/** The HTTP edge: how the process is configured, put together and observed. */
package com.fusioncommerce.api;
