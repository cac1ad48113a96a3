/** Messages that were put aside, for whoever operates the platform. */
package com.fusioncommerce.platform.deadletters;
