/** What routes have in common: sending a command and answering with its outcome, and rules of fields. */
package com.fusioncommerce.api.operations;
