/** The HTTP layer: calls, answers and routes. Only this package depends on Javalin. */
package com.fusioncommerce.api.web;
