/** Looks into dead letters, and sends again what was put there. */
package com.fusioncommerce.streams.deadletters;
