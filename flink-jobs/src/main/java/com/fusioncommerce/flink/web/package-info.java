/** What stands before Flink's REST API: it knows no users, and browsers on this machine can reach it. */
package com.fusioncommerce.flink.web;
