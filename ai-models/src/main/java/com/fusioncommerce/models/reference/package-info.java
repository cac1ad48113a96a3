/** Reference data that features rest on, in files beside these classes: exchange rates and the names of countries. */
package com.fusioncommerce.models.reference;
