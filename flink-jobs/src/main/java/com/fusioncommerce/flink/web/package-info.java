/** The guard of Flink's REST API, which has no authentication and is reachable for browsers on this machine. */
package com.fusioncommerce.flink.web;
