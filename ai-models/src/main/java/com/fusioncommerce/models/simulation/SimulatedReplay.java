package com.fusioncommerce.models.simulation;

import com.fusioncommerce.models.features.Activities;
import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.models.simulation.ShopperAction.CancelOrder;
import com.fusioncommerce.models.simulation.ShopperAction.PlaceOrder;
import com.fusioncommerce.schemas.Guests;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.fraud.AttemptOutcome;
import com.fusioncommerce.schemas.fraud.CustomerActivity;
import com.fusioncommerce.schemas.orders.OrderCreated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replays a shop's actions, in time order, into the fraud job's features. Point-in-time correct: an order's features
 * depend on earlier events only.
 */
public final class SimulatedReplay {
    private final SimulatedOrders orders;
    private final Map<String, CustomerActivity> activities = new HashMap<>();

    /** Creates a replay without customers. */
    public SimulatedReplay(List<SimulatedProduct> products) {
        this.orders = new SimulatedOrders(products);
    }

    /**
     * An order with its features at the time it was placed.
     *
     * @param placed the shopper's action, with the true label
     * @param order the order's event
     * @param features in the order of {@link FraudFeatures#names()}
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Replayed(PlaceOrder placed, OrderCreated order, float[] features) {}

    /** Processes an action; returns the order that it places, if any. */
    public Optional<Replayed> play(ShopperAction action) {
        if (action instanceof PlaceOrder placed) {
            return Optional.of(place(placed));
        }
        if (action instanceof CancelOrder cancel) {
            String orderId = Keys.pooledId(SimulatedOrders.POOL, cancel.reference());
            activities.computeIfPresent(
                    cancel.customerId(),
                    (customer, activity) -> Activities.after(activity, orderId, AttemptOutcome.CANCELLED));
        }
        return Optional.empty();
    }

    private Replayed place(PlaceOrder placed) {
        OrderCreated order = orders.created(placed);
        String customer = order.getSummary().getCustomerId();
        if (Guests.isGuest(customer)) {
            return new Replayed(placed, order, FraudFeatures.of(order, null));
        }
        CustomerActivity before = activities.get(customer);
        CustomerActivity after = Activities.after(before, order);
        activities.put(
                customer,
                orders.inStock(placed) ? after : Activities.after(after, order.getOrderId(), AttemptOutcome.REFUSED));
        return new Replayed(placed, order, FraudFeatures.of(order, before));
    }
}
