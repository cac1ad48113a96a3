/** Classes shared by the commands of all modules: the home option, tokens, the terminal, progress. */
package com.fusioncommerce.platform.cli;
