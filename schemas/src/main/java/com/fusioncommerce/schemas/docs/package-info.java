/** What people read of the contracts, generated from the catalogue and the schemas' own docs. */
package com.fusioncommerce.schemas.docs;
