package com.fusioncommerce.models.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A population of synthetic shoppers and all their actions, in time order. Each shopper has a random stream of their
 * own: the first thousand shoppers act the same in a larger population.
 */
public final class ShopperSimulation {
    private static final Comparator<ShopperAction> TIME_ORDER =
            Comparator.comparing(ShopperAction::at).thenComparing(ShopperAction::customerId);

    private final SimulationSettings settings;
    private final Shelf shelf;

    /**
     * Creates a simulation; actions are computed on demand.
     *
     * @param products the products on sale, the most popular first; at least one
     */
    public ShopperSimulation(SimulationSettings settings, List<SimulatedProduct> products) {
        this.settings = settings;
        this.shelf = new Shelf(products);
    }

    /**
     * All actions, in time order; a shopper's actions at equal times keep their order. Each call recomputes the same
     * actions and holds all of them in memory: about 20 per shopper and month.
     */
    public Stream<ShopperAction> actions() {
        List<ShopperAction> all = new ArrayList<>();
        for (int i = 0; i < settings.shoppers(); i++) {
            all.addAll(actionsOf(i));
        }
        all.sort(TIME_ORDER);
        return all.stream();
    }

    private List<ShopperAction> actionsOf(int index) {
        SimulationRandom random = SimulationRandom.of(settings.seed(), index);
        boolean fraudulent = random.chance(settings.fraudulentShare());
        Diary diary = new Diary(random, shelf, settings, "shopper-%d-%05d".formatted(settings.seed(), index));
        if (fraudulent) {
            new FraudulentShopper(diary).strike();
        } else {
            new HonestShopper(diary, HonestShopper.Habit.pick(random)).shop();
        }
        return diary.actions();
    }
}
