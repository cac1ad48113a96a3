/** The HTTP API process: its configuration, wiring and metrics. */
package com.fusioncommerce.api;
