/** The dashboard over Druid: its page, its session, its numbers. */
package com.fusioncommerce.api.dashboards;
