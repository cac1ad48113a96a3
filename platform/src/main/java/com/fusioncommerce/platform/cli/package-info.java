/** Shared by the commands of all modules: the home they are for, tokens, the terminal, progress. */
package com.fusioncommerce.platform.cli;
