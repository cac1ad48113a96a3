/** Products, stock, orders and commands as HTTP resources: bodies in, commands out, states and outcomes as JSON. */
package com.fusioncommerce.api.resources;
