/** Access to files in the modules' jars. */
package com.fusioncommerce.schemas.resources;
