/** Requests made from the OpenAPI document, and answers held against it. */
package com.fusioncommerce.api.fuzz;
