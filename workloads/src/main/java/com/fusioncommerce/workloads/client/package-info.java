/**
 * The HTTP API from a program's side: asynchronous, bounded, and patient. What may pass is tried again with the same
 * idempotency key; what the API says no to comes as a value with a stable code.
 */
package com.fusioncommerce.workloads.client;
