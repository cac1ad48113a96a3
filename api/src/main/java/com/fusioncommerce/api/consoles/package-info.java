/** The web consoles of Druid and Flink, which know no users themselves, behind the API's login. */
package com.fusioncommerce.api.consoles;
