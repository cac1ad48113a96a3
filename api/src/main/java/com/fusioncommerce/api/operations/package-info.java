/** What routes have in common: sending a command and answering with its outcome, rules of fields, rendering. */
package com.fusioncommerce.api.operations;
