package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.flink.stream.AvroType;
import com.fusioncommerce.schemas.Guests;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.orders.OrderCreated;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A created order that is to be scored.
 *
 * @param key the order's key, {@code tenant/pool~id}
 * @param headers headers of its event
 * @param order the event
 */
public record OrderArrival(
        String key,
        Map<String, String> headers,
        @TypeInfo(AvroType.Factory.class) OrderCreated order) {
    /**
     * Key of the customer whose state the features need; for a guest's order the order's own key, since guests share no
     * state.
     */
    public String customer() {
        String customerId = order.getSummary().getCustomerId();
        return Guests.isGuest(customerId) ? key : Keys.of(Keys.tenant(key), customerId);
    }
}
