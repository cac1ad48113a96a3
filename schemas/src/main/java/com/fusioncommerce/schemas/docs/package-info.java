/** Generates the pages about topics and records from the schemas. */
package com.fusioncommerce.schemas.docs;
