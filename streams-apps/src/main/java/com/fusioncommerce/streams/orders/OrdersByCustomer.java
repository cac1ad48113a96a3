package com.fusioncommerce.streams.orders;

import com.fusioncommerce.schemas.orders.OrderCreated;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Lists a customer's orders, the newest first: the time in a key counts backwards. */
public final class OrdersByCustomer {
    private OrdersByCustomer() {}

    static List<String> entries(SpecificRecord event) {
        if (event instanceof OrderCreated created) {
            String newestFirst = backwards(created.getSummary().getPlacedAt());
            return List.of(prefix(created.getSummary().getCustomerId()) + newestFirst + "/" + created.getOrderId());
        }
        return List.of();
    }

    /** A time as 16 hexadecimal digits that sort the later before the earlier. */
    private static String backwards(long time) {
        String digits = Long.toHexString(Long.MAX_VALUE - time);
        return "0".repeat(16 - digits.length()) + digits;
    }

    /** What the keys of a customer's orders start with, tenant left out. */
    public static String prefix(String customerId) {
        return customerId + "/";
    }
}
