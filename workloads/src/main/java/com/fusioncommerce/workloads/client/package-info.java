/**
 * Client of the HTTP API: asynchronous, with bounded concurrency and retries. Transient failures are retried with the
 * same idempotency key; a refusal is a value with a stable code.
 */
package com.fusioncommerce.workloads.client;
