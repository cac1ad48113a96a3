/** What commands of every module have in common: which platform they are for, tokens for it, and how they look. */
package com.fusioncommerce.platform.cli;
