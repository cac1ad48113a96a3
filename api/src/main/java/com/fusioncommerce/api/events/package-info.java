/** Live event streams: one log reader for all streams, resumable by event id, with bounded memory and threads. */
package com.fusioncommerce.api.events;
