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
 * Replays a shop's actions, in time order, into what the fraud job would make of them. Point-in-time correct: an order's
 * features know of what happened before it and of nothing after.
 */
public final class SimulatedReplay {
    private final SimulatedOrders orders;
    private final Map<String, CustomerActivity> activities = new HashMap<>();

    /** A replay that begins with no customers. */
    public SimulatedReplay(List<SimulatedProduct> products) {
        this.orders = new SimulatedOrders(products);
    }

    /**
     * An order as it was when it came.
     *
     * @param placed what the shopper did, and the truth about it
     * @param order its event
     * @param features in the order of {@link FraudFeatures#names()}
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Replayed(PlaceOrder placed, OrderCreated order, float[] features) {}

    /** The order that an action places, if it places one. */
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
