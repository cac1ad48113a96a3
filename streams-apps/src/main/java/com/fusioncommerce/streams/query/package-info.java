/** Reads materialised state: the location of a key, this process's copies, and the events behind them. */
package com.fusioncommerce.streams.query;
