/** Plays the synthetic shoppers against the HTTP API, and holds what the fraud gate decided against the truth. */
package com.fusioncommerce.workloads.simulate;
