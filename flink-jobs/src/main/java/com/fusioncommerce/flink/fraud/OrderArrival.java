package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.flink.stream.AvroType;
import com.fusioncommerce.schemas.Guests;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.orders.OrderCreated;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * An order on its way to its score.
 *
 * @param key of the order, {@code tenant/pool~id}
 * @param headers of its event
 * @param order the event
 */
public record OrderArrival(
        String key,
        Map<String, String> headers,
        @TypeInfo(AvroType.Factory.class) OrderCreated order) {
    /** Key of the customer whose state the features need; of a guest's order its own, since guests share none. */
    public String customer() {
        String customerId = order.getSummary().getCustomerId();
        return Guests.isGuest(customerId) ? key : Keys.of(Keys.tenant(key), customerId);
    }
}
