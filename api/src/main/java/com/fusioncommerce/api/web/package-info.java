/** Calls, answers and routes: what the rest of the API sees of HTTP. Only this package knows Javalin. */
package com.fusioncommerce.api.web;
