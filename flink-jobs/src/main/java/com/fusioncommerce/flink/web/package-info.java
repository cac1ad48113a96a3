/** The guard before Flink's REST API, which knows no users and can be reached by browsers on this machine. */
package com.fusioncommerce.flink.web;
