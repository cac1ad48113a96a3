/** Thread pools for blocking work: a bulkhead for each use, so that none starves another. */
package com.fusioncommerce.api.threads;
