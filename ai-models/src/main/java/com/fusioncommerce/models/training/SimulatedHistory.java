package com.fusioncommerce.models.training;

import com.fusioncommerce.models.simulation.DemoCatalog;
import com.fusioncommerce.models.simulation.ShopperSimulation;
import com.fusioncommerce.models.simulation.SimulatedProduct;
import com.fusioncommerce.models.simulation.SimulatedReplay;
import com.fusioncommerce.models.simulation.SimulationSettings;
import com.fusioncommerce.models.training.TrainingPlan.Part;
import com.fusioncommerce.models.training.TrainingPlan.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replays the simulated shops of a plan's part into training examples. */
final class SimulatedHistory {
    private SimulatedHistory() {}

    /** The examples of all shops of a part, in time order, without the warm-up. */
    static Examples of(TrainingPlan plan, Part part) {
        List<Example> all = new ArrayList<>();
        for (int i = 0; i < plan.shops().size(); i++) {
            Shop shop = plan.shops().get(i);
            List<SimulatedProduct> products = DemoCatalog.products(
                    TrainingPlan.CATALOG_SEED + i, plan.products(), shop.currency(), shop.priceLevel());
            SimulationSettings settings = plan.settings(part, i);
            Instant counted = settings.start().plus(TrainingPlan.WARM_UP);
            SimulatedReplay replay = new SimulatedReplay(products);
            new ShopperSimulation(settings, products).actions().forEachOrdered(action -> replay.play(action)
                    .filter(order -> !order.placed().at().isBefore(counted))
                    .ifPresent(order -> all.add(Example.of(order))));
        }
        all.sort(Comparator.comparing(Example::at));
        return new Examples(all);
    }
}
