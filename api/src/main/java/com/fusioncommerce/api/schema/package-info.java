/** JSON Schema as values: what rules, answers and the OpenAPI document say of JSON. */
package com.fusioncommerce.api.schema;
