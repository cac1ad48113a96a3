/** JSON Schema as values, shared by rules, answers and the OpenAPI document. */
package com.fusioncommerce.api.schema;
