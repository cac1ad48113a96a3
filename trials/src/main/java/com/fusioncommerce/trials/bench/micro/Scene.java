package com.fusioncommerce.trials.bench.micro;

import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.streams.catalog.Catalog;
import com.fusioncommerce.streams.inventory.Inventory;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Decider;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.States;
import com.fusioncommerce.streams.kernel.StatesInMemory;
import com.fusioncommerce.streams.orders.OrderRules;
import com.fusioncommerce.streams.orders.Orders;
import org.apache.avro.specific.SpecificRecord;

/** The domains' deciders over a catalogue with prices and ample stock. */
final class Scene {
    private static final long PLENTY = 1_000_000_000L;

    final Decider orders = Orders.domain(OrderRules.defaults()).decider();
    final Decider inventory = Inventory.domain().decider();
    final Decider catalog = Catalog.domain().decider();
    private final StatesInMemory memory = new StatesInMemory();
    private States changed = memory;
    private SpecificRecord put;

    /** Creates products and stock for orders of {@code lines} lines. */
    Scene(int lines) {
        for (int line = 0; line < lines; line++) {
            memory.refer(Orders.PRICES, Samples.sku(line), Samples.product(line));
            play(
                    inventory,
                    Keys.pooledId(Samples.POOL, Samples.sku(line)),
                    new SetStock(Samples.POOL, Samples.sku(line), PLENTY));
        }
    }

    /** Places that order, and reserves its stock if {@code reserved}. */
    Scene withOrder(int lines, boolean reserved) {
        play(orders, Samples.ORDER, Samples.placeOrder(lines));
        if (reserved) {
            play(orders, Samples.ORDER, Samples.reserved());
        }
        return this;
    }

    /** Adds a product to the catalogue. */
    Scene withProduct() {
        play(catalog, Samples.sku(0), Samples.createProduct());
        return this;
    }

    /** Discards changes of state from now on. */
    Scene frozen() {
        changed = new LastPut();
        return this;
    }

    private void play(Decider decider, String id, SpecificRecord command) {
        if (decideAndEvolve(decider, id, command) instanceof Decision.Rejected no) {
            throw new IllegalStateException("rejected: " + no.message());
        }
    }

    /** Decides a command and evolves the state by its events. */
    Decision decideAndEvolve(Decider decider, String id, SpecificRecord command) {
        Decision decision = decider.decide(command, memory.context(id, Samples.NOW, Actor.PLATFORM));
        if (decision instanceof Decision.Accepted accepted) {
            accepted.events().forEach(event -> decider.evolve(event, changed));
        }
        return decision;
    }

    /** The state evolved last. */
    SpecificRecord lastState() {
        return put;
    }

    Order order() {
        return memory.get(Orders.ORDERS, Samples.ORDER);
    }

    Stock stock() {
        return memory.get(Inventory.STOCK, Keys.pooledId(Samples.POOL, Samples.sku(0)));
    }

    /** Discards writes but remembers the last one, so that the same command can be decided repeatedly. */
    private final class LastPut implements States {
        @Override
        public <S extends SpecificRecord> S get(Aggregate<S> aggregate, String id) {
            return memory.get(aggregate, id);
        }

        @Override
        public <S extends SpecificRecord> void put(Aggregate<S> aggregate, String id, S state) {
            put = state;
        }
    }
}
