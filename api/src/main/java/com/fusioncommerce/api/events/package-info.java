/** Live events as streams: one reader of the log for all of them, resumable by id, bounded in every direction. */
package com.fusioncommerce.api.events;
