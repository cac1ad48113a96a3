/** Reads and lists over all instances: who has the state, who is asked, and how answers are put together. */
package com.fusioncommerce.api.queries;
