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
 * @param order what happened to the order
 * @param lines its lines where it was created; empty for all else
 */
public record OrderRows(OrderFact order, List<OrderLineFact> lines) {
    /** Spelled out, since Flink cannot see what the list holds. */
    static final TypeInformation<OrderRows> TYPE = Types.POJO(
            OrderRows.class,
            Map.of(
                    "order", AvroType.avro(OrderFact.class),
                    "lines", Types.LIST(AvroType.avro(OrderLineFact.class))));
}
