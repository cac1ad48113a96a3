/** Fuzzing: requests generated from the OpenAPI document, and checks of the answers against it. */
package com.fusioncommerce.api.fuzz;
