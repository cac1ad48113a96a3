package com.fusioncommerce.models.training;

import com.fusioncommerce.models.features.Activities;
import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.models.simulation.DemoCatalog;
import com.fusioncommerce.models.simulation.ShopperAction;
import com.fusioncommerce.models.simulation.ShopperAction.Label;
import com.fusioncommerce.models.simulation.ShopperAction.PlaceOrder;
import com.fusioncommerce.models.simulation.ShopperSimulation;
import com.fusioncommerce.models.simulation.SimulatedOrders;
import com.fusioncommerce.models.simulation.SimulatedProduct;
import com.fusioncommerce.schemas.fraud.CustomerActivity;
import com.fusioncommerce.schemas.orders.OrderCreated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Replays simulated shoppers into examples. Point-in-time correct: an order's features know of the orders before it and of
 * nothing after.
 */
final class SimulatedHistory {
    private final SimulatedOrders orders;
    private final Map<String, CustomerActivity> activities = new HashMap<>();
    private final List<float[]> rows = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    private SimulatedHistory(List<SimulatedProduct> products) {
        this.orders = new SimulatedOrders(products);
    }

    /** The examples of a plan's history. */
    static Examples of(TrainingPlan plan) {
        List<SimulatedProduct> products =
                DemoCatalog.products(TrainingPlan.CATALOG_SEED, plan.products(), TrainingPlan.CURRENCY);
        return replay(products, new ShopperSimulation(plan.history(), products).actions());
    }

    /** The examples of these actions, which must come in time order. */
    static Examples replay(List<SimulatedProduct> products, Stream<ShopperAction> actions) {
        SimulatedHistory history = new SimulatedHistory(products);
        actions.forEachOrdered(action -> {
            if (action instanceof PlaceOrder order) {
                history.add(order);
            }
        });
        return new Examples(history.rows, history.labels);
    }

    private void add(PlaceOrder placed) {
        OrderCreated order = orders.created(placed);
        CustomerActivity before = activities.get(placed.customerId());
        rows.add(FraudFeatures.of(order, before));
        labels.add(placed.label());
        activities.put(placed.customerId(), Activities.after(before, order));
    }
}
