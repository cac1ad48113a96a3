package com.fusioncommerce.api.orders;

import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.schema.Schema;

/** The schema of events in an order's history. */
final class OrderEventSchema {
    static final Schema DATA = Schema.object()
            .field("at", SharedSchemas.TIMESTAMP.described("When it was decided."))
            .optional("orderId", SharedSchemas.POOLED_ID)
            .optional("sku", SharedSchemas.ID)
            .optional("unitPrice", SharedSchemas.UNIT_PRICE)
            .optional("previousUnitPrice", SharedSchemas.UNIT_PRICE)
            .optional("currency", SharedSchemas.RECORDED_CURRENCY)
            .optional("summary", OrderJson.summarised(Schema.object()).named("OrderSummary"))
            .optional("lines", Schema.listOf(OrderJson.Line.SCHEMA))
            .optional("decision", OrderJson.Decision.SCHEMA)
            .optional("shortages", Schema.listOf(OrderJson.Shortage.SCHEMA))
            .optional("placedAt", SharedSchemas.TIMESTAMP)
            .optional("cancelledAt", SharedSchemas.TIMESTAMP)
            .open()
            .described("What the event's type has, under the names and in the shapes of the other answers.")
            .named("EventData");

    private OrderEventSchema() {}
}
