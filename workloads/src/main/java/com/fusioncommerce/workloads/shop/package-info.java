/** A shop that is opened through the API: what simulated shoppers buy from, and what is measured. */
package com.fusioncommerce.workloads.shop;
