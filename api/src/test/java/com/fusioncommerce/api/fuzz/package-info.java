/** Fuzzing: requests from the OpenAPI document, and checks of their answers. */
package com.fusioncommerce.api.fuzz;
