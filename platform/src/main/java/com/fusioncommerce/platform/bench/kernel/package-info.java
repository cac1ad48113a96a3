/** How fast orders are decided, without HTTP. */
package com.fusioncommerce.platform.bench.kernel;
