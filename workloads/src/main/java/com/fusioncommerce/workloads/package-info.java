/** Clients of the platform's API: a client library, a demo shop, simulated shoppers, imports. */
package com.fusioncommerce.workloads;
