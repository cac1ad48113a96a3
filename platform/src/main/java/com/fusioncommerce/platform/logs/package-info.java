/** The command {@code fusion logs}: records of all parts, filtered and in the order of time. */
package com.fusioncommerce.platform.logs;
