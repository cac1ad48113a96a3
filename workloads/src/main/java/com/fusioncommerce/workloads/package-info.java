/** What uses the platform as its users do: a client, a demo shop, simulated shoppers, imports. */
package com.fusioncommerce.workloads;
