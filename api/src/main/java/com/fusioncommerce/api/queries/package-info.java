/** Reads and lists over all instances: locating the state, requesting it from other instances, and merging answers. */
package com.fusioncommerce.api.queries;
