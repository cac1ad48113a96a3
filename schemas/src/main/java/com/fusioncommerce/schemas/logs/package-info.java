/** The shape of all logs: its fields, how logback writes them, and the trail that a request leaves. */
package com.fusioncommerce.schemas.logs;
