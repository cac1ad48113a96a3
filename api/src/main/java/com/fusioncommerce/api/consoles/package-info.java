/** The web consoles of Druid and Flink, which have no authentication themselves, behind the API's login. */
package com.fusioncommerce.api.consoles;
