/** Log format of all processes: field names, logback's JSON encoder, and the trail of a request's steps. */
package com.fusioncommerce.schemas.logs;
