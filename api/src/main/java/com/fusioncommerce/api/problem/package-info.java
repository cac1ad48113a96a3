/** The one catalogue of problems, and how a problem travels to the answer. */
package com.fusioncommerce.api.problem;
