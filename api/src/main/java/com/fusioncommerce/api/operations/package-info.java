/**
 * What an operation of the API is, as a value: from its declaration come its route, the checks of its requests, its command,
 * its answers and its part of the OpenAPI document.
 */
package com.fusioncommerce.api.operations;
