/** Reading materialised state: where a key lives, what this process has of it, and the log behind it. */
package com.fusioncommerce.streams.query;
