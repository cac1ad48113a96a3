package com.fusioncommerce.streams.orders;

import com.fusioncommerce.schemas.orders.OrderCreated;
import java.util.List;

/** Keys of the view of a customer's orders, and of all orders, the newest first: the time in a key counts backwards. */
public final class OrdersByCustomer {
    /** Key prefix of the list of all orders, after the tenant; no customer's id begins with it. */
    public static final String EVERYBODY = "*/";

    private OrdersByCustomer() {}

    static List<String> entries(OrderCreated created) {
        String newestFirst = backwards(created.getSummary().getPlacedAt()) + "/" + created.getOrderId();
        return List.of(prefix(created.getSummary().getCustomerId()) + newestFirst, EVERYBODY + newestFirst);
    }

    /** A time as 16 hexadecimal digits that sort the later before the earlier. */
    private static String backwards(long time) {
        String digits = Long.toHexString(Long.MAX_VALUE - time);
        return "0".repeat(16 - digits.length()) + digits;
    }

    /** A key, without its prefix, that sorts behind all orders placed at a time or later, and before earlier orders. */
    public static String behind(long time) {
        // The digit 0 is the character after the slash, which ends a key's time.
        return backwards(time) + "0";
    }

    /** Key prefix of a customer's orders, after the tenant. */
    public static String prefix(String customerId) {
        return customerId + "/";
    }
}
