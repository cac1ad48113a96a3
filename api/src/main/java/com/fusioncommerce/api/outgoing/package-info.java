/** Outgoing requests to other servers, bounded in time and in bytes. */
package com.fusioncommerce.api.outgoing;
