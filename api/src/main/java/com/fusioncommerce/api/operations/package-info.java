/**
 * Operations of the API as values: routes, request validation, commands, answers and the OpenAPI document are derived
 * from their declarations.
 */
package com.fusioncommerce.api.operations;
