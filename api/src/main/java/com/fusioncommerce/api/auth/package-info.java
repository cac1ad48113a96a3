/** Who calls: bearer tokens, the keys they are signed with, and tokens for development. */
package com.fusioncommerce.api.auth;
