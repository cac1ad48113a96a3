/** The dashboard over Druid: its page, session and data. */
package com.fusioncommerce.api.dashboards;
