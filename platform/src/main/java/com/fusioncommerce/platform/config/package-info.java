/** Where a local platform keeps its files, which ports it uses, and what it needs of the machine. */
package com.fusioncommerce.platform.config;
