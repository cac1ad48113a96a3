package com.fusioncommerce.models.features;

import com.fusioncommerce.schemas.fraud.CustomerActivity;
import com.fusioncommerce.schemas.fraud.RecentOrder;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a customer's activity grows with their orders: state that features are computed from. */
public final class Activities {
    /** Orders remembered one by one at most; a burst longer than this counts as this long. */
    public static final int MOST_RECENT = 64;

    static final Duration LONGEST_WINDOW = Duration.ofHours(24);

    private Activities() {}

    /**
     * The activity after an order.
     *
     * @param activity as it was, or null if the customer never ordered
     * @param order the order; one that is older than others before it (an import) does not move the first order's time
     *     forward, and is remembered at its place in time
     */
    public static CustomerActivity after(CustomerActivity activity, OrderCreated order) {
        OrderSummary summary = order.getSummary();
        RecentOrder latest = new RecentOrder(summary.getPlacedAt(), summary.getTotal(), summary.getCountry());
        if (activity == null) {
            return new CustomerActivity(
                    1L, summary.getTotal(), summary.getPlacedAt(), summary.getCountry(), List.of(latest));
        }
        return new CustomerActivity(
                activity.getOrders() + 1,
                activity.getTotalSpent() + summary.getTotal(),
                Math.min(activity.getFirstOrderAt(), summary.getPlacedAt()),
                activity.getHomeCountry(),
                remember(activity.getRecent(), latest));
    }

    private static List<RecentOrder> remember(List<RecentOrder> recent, RecentOrder latest) {
        List<RecentOrder> all = new ArrayList<>(recent.size() + 1);
        all.addAll(recent);
        int at = all.size();
        while (at > 0 && all.get(at - 1).getPlacedAt() > latest.getPlacedAt()) {
            at--;
        }
        all.add(at, latest);
        long horizon = all.get(all.size() - 1).getPlacedAt() - LONGEST_WINDOW.toMillis();
        int last = all.size() - 1;
        int from = Math.max(0, all.size() - MOST_RECENT);
        while (from < last && all.get(from).getPlacedAt() <= horizon) {
            from++;
        }
        return new ArrayList<>(all.subList(from, all.size()));
    }
}
