/** Lists dead letters and sends their commands again. */
package com.fusioncommerce.streams.deadletters;
