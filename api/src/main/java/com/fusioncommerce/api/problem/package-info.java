/** The catalogue of problem types, and problems as exceptions. */
package com.fusioncommerce.api.problem;
