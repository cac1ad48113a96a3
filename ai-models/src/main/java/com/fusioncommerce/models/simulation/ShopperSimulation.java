package com.fusioncommerce.models.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A crowd of synthetic shoppers and everything they do, in time order. Each shopper has random numbers of their own, so
 * that the first thousand of a crowd do the same in a larger one.
 */
public final class ShopperSimulation {
    private static final Comparator<ShopperAction> TIME_ORDER =
            Comparator.comparing(ShopperAction::at).thenComparing(ShopperAction::customerId);

    private final SimulationSettings settings;
    private final Shelf shelf;

    /**
     * Sets a simulation up; nothing is computed yet.
     *
     * @param products what can be bought, the most popular first; at least one
     */
    public ShopperSimulation(SimulationSettings settings, List<SimulatedProduct> products) {
        this.settings = settings;
        this.shelf = new Shelf(products);
    }

    /**
     * Everything that the shoppers do, in time order; a shopper's own actions keep their order where times are equal. Each
     * call computes the same again. Holds all actions in memory: about 20 a shopper and month.
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
