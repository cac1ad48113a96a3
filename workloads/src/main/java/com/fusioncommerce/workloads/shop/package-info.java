/** Opens a shop through the API, for simulated shoppers and for benchmarks. */
package com.fusioncommerce.workloads.shop;
