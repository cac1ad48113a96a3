/** Files that lie in our jars. */
package com.fusioncommerce.schemas.resources;
