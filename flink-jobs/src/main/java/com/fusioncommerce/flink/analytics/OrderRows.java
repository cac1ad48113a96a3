package com.fusioncommerce.flink.analytics;

import com.fusioncommerce.flink.stream.AvroType;
import com.fusioncommerce.schemas.analytics.OrderFact;
import com.fusioncommerce.schemas.analytics.OrderLineFact;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The rows of one event of an order.
 *
 * @param order the row of the order
 * @param lines rows of its lines where the order was created; empty for other events
 */
public record OrderRows(OrderFact order, List<OrderLineFact> lines) {
    /** Explicit, since Flink cannot derive the list's element type. */
    static final TypeInformation<OrderRows> TYPE = Types.POJO(
            OrderRows.class,
            Map.of(
                    "order", AvroType.avro(OrderFact.class),
                    "lines", Types.LIST(AvroType.avro(OrderLineFact.class))));
}
