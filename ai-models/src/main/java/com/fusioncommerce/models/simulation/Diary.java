package com.fusioncommerce.models.simulation;

import com.fusioncommerce.models.simulation.ShopperAction.Browse;
import com.fusioncommerce.models.simulation.ShopperAction.CancelOrder;
import com.fusioncommerce.models.simulation.ShopperAction.Label;
import com.fusioncommerce.models.simulation.ShopperAction.Line;
import com.fusioncommerce.models.simulation.ShopperAction.PlaceOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Record of one shopper's actions; actions after the end of the simulation are dropped. */
final class Diary {
    private static final double MOBILE = 0.4;
    private static final double GUESTS = 0.12;

    final SimulationRandom random;
    final Shelf shelf;
    final SimulationSettings settings;
    final String customerId;
    final String home;
    private boolean guest;
    private final List<ShopperAction> actions = new ArrayList<>();
    private int orders;

    Diary(SimulationRandom random, Shelf shelf, SimulationSettings settings, String customerId) {
        this.random = random;
        this.shelf = shelf;
        this.settings = settings;
        this.customerId = customerId;
        this.home = Countries.home(random);
        this.guest = random.chance(GUESTS);
    }

    /** Places all further orders under an account, for behaviours that exclude guests. */
    void signIn() {
        guest = false;
    }

    /** A random moment in a part of the simulation, given as shares of its duration. */
    Instant momentBetween(double from, double to) {
        double millis = settings.duration().toMillis() * random.between(from, to);
        return settings.start().plusMillis((long) millis);
    }

    /** Browses some products, and returns the time of the end. */
    Instant browse(Instant from, int most, Shelf.Taste taste) {
        Instant at = from;
        int looks = random.between(1, most);
        for (int i = 0; i < looks; i++) {
            add(new Browse(at, customerId, shelf.sku(random, taste)));
            at = at.plus(random.exponential(Duration.ofSeconds(9)));
        }
        return at;
    }

    /** Orders one unit of a sold-out product. */
    void orderWhatIsSoldOut(Instant at, String country, String billingCountry, Label label) {
        order(at, country, billingCountry, List.of(shelf.soldOut(random)), label);
    }

    /** Places an order, and returns its reference. */
    String order(Instant at, String country, String billingCountry, List<Line> lines, Label label) {
        orders++;
        String reference = customerId + "-" + orders;
        String channel = random.chance(MOBILE) ? "mobile" : "web";
        add(new PlaceOrder(at, customerId, reference, country, billingCountry, channel, lines, guest, label));
        return reference;
    }

    void cancel(Instant at, String reference) {
        add(new CancelOrder(at, customerId, reference));
    }

    List<ShopperAction> actions() {
        return actions;
    }

    private void add(ShopperAction action) {
        if (action.at().isBefore(settings.end())) {
            actions.add(action);
        }
    }
}
