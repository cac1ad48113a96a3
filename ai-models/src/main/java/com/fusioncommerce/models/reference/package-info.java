/** Reference data of the features, in resource files of this package: exchange rates and country names. */
package com.fusioncommerce.models.reference;
