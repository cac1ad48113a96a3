/** Authentication: bearer tokens, the keys that sign them, and tokens for development. */
package com.fusioncommerce.api.auth;
