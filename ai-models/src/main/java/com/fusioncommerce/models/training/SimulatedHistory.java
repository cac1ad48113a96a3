package com.fusioncommerce.models.training;

import com.fusioncommerce.models.features.Activities;
import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.models.simulation.DemoCatalog;
import com.fusioncommerce.models.simulation.ShopperAction.PlaceOrder;
import com.fusioncommerce.models.simulation.ShopperSimulation;
import com.fusioncommerce.models.simulation.SimulatedOrders;
import com.fusioncommerce.models.simulation.SimulatedProduct;
import com.fusioncommerce.schemas.fraud.CustomerActivity;
import com.fusioncommerce.schemas.orders.OrderCreated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Replays simulated shoppers into examples. Point-in-time correct: an order's features know of the orders before it and of
 * nothing after.
 */
final class SimulatedHistory {
    private final SimulatedOrders orders;
    private final Map<String, CustomerActivity> activities = new HashMap<>();

    private SimulatedHistory(List<SimulatedProduct> products) {
        this.orders = new SimulatedOrders(products);
    }

    /** The examples of all shops of a plan, in time order. */
    static Examples of(TrainingPlan plan) {
        List<Example> all = new ArrayList<>();
        for (int shop = 0; shop < plan.priceLevels().size(); shop++) {
            List<SimulatedProduct> products = DemoCatalog.products(
                    TrainingPlan.CATALOG_SEED + shop,
                    plan.products(),
                    TrainingPlan.CURRENCY,
                    plan.priceLevels().get(shop));
            SimulatedHistory history = new SimulatedHistory(products);
            new ShopperSimulation(plan.shop(shop), products).actions().forEachOrdered(action -> {
                if (action instanceof PlaceOrder order) {
                    all.add(history.replay(order));
                }
            });
        }
        all.sort(Comparator.comparing(example -> example.order().at()));
        return new Examples(
                all.stream().map(Example::features).toList(),
                all.stream().map(example -> example.order().label()).toList());
    }

    private Example replay(PlaceOrder placed) {
        OrderCreated order = orders.created(placed);
        CustomerActivity before = activities.get(placed.customerId());
        activities.put(placed.customerId(), Activities.after(before, order));
        return new Example(placed, FraudFeatures.of(order, before));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Example(PlaceOrder order, float[] features) {}
}
