/** Plays synthetic shoppers against the HTTP API, and compares the fraud gate's decisions with the ground truth. */
package com.fusioncommerce.workloads.simulate;
