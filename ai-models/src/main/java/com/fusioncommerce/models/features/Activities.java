package com.fusioncommerce.models.features;

import com.fusioncommerce.models.reference.EuroRates;
import com.fusioncommerce.schemas.fraud.AttemptOutcome;
import com.fusioncommerce.schemas.fraud.CustomerActivity;
import com.fusioncommerce.schemas.fraud.RecentOrder;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Updates a customer's activity, the state that features are computed from, by orders and their outcomes. The sum spent
 * saturates at {@link Long#MAX_VALUE}: after some thousand of the largest orders an overflow would make a large
 * customer look like one who spent nothing.
 */
public final class Activities {
    /** Maximum orders that are kept one by one; a longer burst counts as this many. */
    public static final int MOST_RECENT = 64;

    /** The value of an order in a currency without a rate. */
    static final long UNKNOWN_WORTH = -1;

    static final Duration LONGEST_WINDOW = Duration.ofHours(24);

    private Activities() {}

    /**
     * The activity after an order was placed.
     *
     * @param activity the activity before the order, or null if the customer never ordered
     * @param order the order; one older than recorded orders (an import) does not move the time of the first order
     *     forward, and is inserted by its time
     */
    public static CustomerActivity after(CustomerActivity activity, OrderCreated order) {
        OrderSummary summary = order.getSummary();
        long worth = worth(summary);
        RecentOrder latest = new RecentOrder(
                summary.getPlacedAt(),
                summary.getTotal(),
                summary.getCountry(),
                order.getOrderId(),
                worth,
                AttemptOutcome.STANDS);
        long spent = worth == UNKNOWN_WORTH ? 0 : worth;
        long valued = worth == UNKNOWN_WORTH ? 0 : 1;
        if (activity == null || activity.getOrders() == 0) {
            // Failed attempts give an account neither an age nor a home country.
            List<RecentOrder> attempts = activity == null ? List.of() : activity.getRecent();
            return new CustomerActivity(
                    1L,
                    summary.getTotal(),
                    summary.getPlacedAt(),
                    summary.getCountry(),
                    remember(attempts, latest),
                    spent,
                    valued);
        }
        return new CustomerActivity(
                activity.getOrders() + 1,
                more(activity.getTotalSpent(), summary.getTotal()),
                Math.min(activity.getFirstOrderAt(), summary.getPlacedAt()),
                activity.getHomeCountry(),
                remember(activity.getRecent(), latest),
                more(activity.getEuroCentsSpent(), spent),
                activity.getValuedOrders() + valued);
    }

    /**
     * The activity after an order failed: from then on the order counts as an attempt. A rejected order is removed,
     * since no feature counts it and the number of kept orders is bounded. An order that is not kept any more, or that
     * failed before, changes nothing.
     *
     * @param activity the activity before, or null if there is none
     * @param orderId the order
     * @param outcome the order's outcome
     */
    public static CustomerActivity after(CustomerActivity activity, String orderId, AttemptOutcome outcome) {
        if (activity == null) {
            return null;
        }
        List<RecentOrder> recent = new ArrayList<>(activity.getRecent());
        for (int i = 0; i < recent.size(); i++) {
            RecentOrder order = recent.get(i);
            if (order.getOrderId().equals(orderId) && order.getOutcome() == AttemptOutcome.STANDS) {
                if (outcome == AttemptOutcome.REJECTED) {
                    recent.remove(i);
                } else {
                    recent.set(i, attempt(order, outcome));
                }
                return without(activity, order, recent);
            }
        }
        return activity;
    }

    /** An order's total in euro cents, or {@link #UNKNOWN_WORTH}. */
    static long worth(OrderSummary summary) {
        return EuroRates.cents(summary.getTotal(), summary.getCurrency()).orElse(UNKNOWN_WORTH);
    }

    private static RecentOrder attempt(RecentOrder order, AttemptOutcome outcome) {
        return new RecentOrder(
                order.getPlacedAt(),
                order.getTotal(),
                order.getCountry(),
                order.getOrderId(),
                order.getEuroCents(),
                outcome);
    }

    private static CustomerActivity without(CustomerActivity activity, RecentOrder order, List<RecentOrder> recent) {
        boolean valued = order.getEuroCents() != UNKNOWN_WORTH;
        return new CustomerActivity(
                Math.max(0, activity.getOrders() - 1),
                less(activity.getTotalSpent(), order.getTotal()),
                activity.getFirstOrderAt(),
                activity.getHomeCountry(),
                recent,
                less(activity.getEuroCentsSpent(), valued ? order.getEuroCents() : 0),
                activity.getValuedOrders() - (valued ? 1 : 0));
    }

    private static long more(long spent, long amount) {
        return spent > Long.MAX_VALUE - amount ? Long.MAX_VALUE : spent + amount;
    }

    /** Subtracts from a saturating sum: a saturated sum stays, since its true value is unknown. */
    private static long less(long spent, long amount) {
        return spent == Long.MAX_VALUE ? spent : spent - amount;
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
