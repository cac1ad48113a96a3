package com.fusioncommerce.streams.kernel.topology;

import static com.fusioncommerce.streams.testing.Samples.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.fraud.OrderScored;
import com.fusioncommerce.schemas.inventory.AdjustStock;
import com.fusioncommerce.schemas.inventory.Reservation;
import com.fusioncommerce.schemas.inventory.ReservationStatus;
import com.fusioncommerce.schemas.inventory.ReservedUnits;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.Transfer;
import com.fusioncommerce.schemas.inventory.TransferSide;
import com.fusioncommerce.schemas.inventory.TransferStock;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderDeadline;
import com.fusioncommerce.schemas.orders.OrderStatus;
import com.fusioncommerce.schemas.orders.PassDeadline;
import com.fusioncommerce.streams.CommerceGroups;
import com.fusioncommerce.streams.inventory.Inventory;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.kernel.Key;
import com.fusioncommerce.streams.kernel.Policy;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.orders.OrderRules;
import com.fusioncommerce.streams.orders.Orders;
import com.fusioncommerce.streams.testing.Samples;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.specific.SpecificRecord;

/**
 * Invariants of orders over several pools and of stock transfers between them, while messages between the pools arrive
 * in any order and any number of times: after every step, and when no message is left.
 */
class SagaPropertiesTest {
    private static final String TENANT = Samples.TENANT;
    private static final List<String> POOLS = List.of(Samples.poolIn(0), Samples.poolIn(1), Samples.poolIn(2));
    private static final List<String> SKUS = List.of("A", "B", "C");
    private static final Map<OrderStatus, Set<OrderStatus>> STEPS = new EnumMap<>(Map.of(
            OrderStatus.PENDING,
            Set.of(OrderStatus.RESERVED, OrderStatus.REFUSED, OrderStatus.CANCELLED, OrderStatus.EXPIRED),
            OrderStatus.RESERVED,
            Set.of(OrderStatus.CONFIRMED, OrderStatus.REJECTED, OrderStatus.CANCELLED),
            OrderStatus.CONFIRMED,
            Set.of(OrderStatus.CANCELLED)));

    @Property(tries = 400)
    void stock_is_never_oversold_and_every_order_ends_in_one_state(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 120) int steps) {
        World world = new World(new Random(seed));
        for (int i = 0; i < steps; i++) {
            world.step();
            world.check();
        }
        world.quieten();
        world.check();
        world.checkQuiet();
    }

    private static final class World implements Store {
        private final Group group = CommerceGroups.of(OrderRules.defaults(), CommerceGroups.domains())
                .get(1);
        private final Domain orders = group.domains().get(0);
        private final Domain inventory = group.domains().get(1);
        private final Map<Aggregate<?>, Map<String, SpecificRecord>> states = new HashMap<>();
        private final List<Cascade.Sent> inFlight = new ArrayList<>();
        private final List<String> placed = new ArrayList<>();
        private final Map<String, OrderStatus> seen = new HashMap<>();
        private final Map<String, Long> put = new HashMap<>();
        private final Random random;
        private int commands;
        private int transfers;

        World(Random random) {
            this.random = random;
            for (String pool : POOLS) {
                for (String sku : SKUS) {
                    long units = random.nextInt(20);
                    tell(inventory, Keys.pooled(TENANT, pool, sku), new SetStock(pool, sku, units));
                    put.merge(sku, units, Long::sum);
                }
            }
        }

        void step() {
            switch (random.nextInt(10)) {
                case 0, 1 -> place();
                case 2 -> score();
                case 3 -> told(id -> new CancelOrder(id, "", null));
                case 4 -> told(id -> new PassDeadline(id, pick(List.of(OrderDeadline.values()))));
                case 5 -> adjust();
                case 6, 7 -> transfer();
                default -> deliver(random.nextInt(4) == 0);
            }
        }

        private void place() {
            String id = Keys.pooledId(pick(POOLS), "o" + placed.size());
            placed.add(id);
            tell(
                    orders,
                    Keys.of(TENANT, id),
                    Samples.order(
                            id,
                            line(pick(SKUS), 1 + random.nextInt(6)),
                            line(pick(SKUS), 1 + random.nextInt(6), pick(POOLS)),
                            line(pick(SKUS), 1 + random.nextInt(6), pick(POOLS))));
        }

        private void score() {
            if (!placed.isEmpty()) {
                String id = pick(placed);
                OrderScored scored = new OrderScored(
                        id, random.nextDouble(), "m", "1", "h", List.of(), List.of(), "c1", "GB", 1L, false, 1L, "GBP");
                Key key = Key.of(TENANT, id);
                Cascade cascade = cascade(key);
                cascade.react(Topics.events("fraud"), key, scored, cause(), 1_000L);
                keep(cascade);
            }
        }

        private void told(java.util.function.Function<String, SpecificRecord> command) {
            if (!placed.isEmpty()) {
                String id = pick(placed);
                tell(orders, Keys.of(TENANT, id), command.apply(id));
            }
        }

        private void adjust() {
            String pool = pick(POOLS);
            String sku = pick(SKUS);
            long delta = random.nextLong(-5, 6);
            if (tell(inventory, Keys.pooled(TENANT, pool, sku), new AdjustStock(pool, sku, delta, ""))
                    instanceof Decision.Accepted) {
                put.merge(sku, delta, Long::sum);
            }
        }

        /** Sends a transfer; now and then a repeated one, which must move nothing. */
        private void transfer() {
            String pool = pick(POOLS);
            String sku = pick(SKUS);
            String id = "t" + (transfers > 0 && random.nextInt(4) == 0 ? random.nextInt(transfers) : transfers++);
            tell(
                    inventory,
                    Keys.pooled(TENANT, pool, sku),
                    new TransferStock(pool, sku, 1L + random.nextInt(8), pick(POOLS), pool + id, ""));
        }

        private void deliver(boolean andKeep) {
            if (!inFlight.isEmpty()) {
                int next = random.nextInt(inFlight.size());
                Cascade.Sent sent = andKeep ? inFlight.get(next) : inFlight.remove(next);
                Domain domain = sent.topic().equals(orders.commands()) ? orders : inventory;
                tell(domain, sent.key().toString(), sent.message());
            }
        }

        /** Delivers all messages and passes every deadline. */
        void quieten() {
            while (!inFlight.isEmpty()) {
                deliver(false);
            }
            for (String id : placed) {
                for (OrderDeadline deadline : OrderDeadline.values()) {
                    tell(orders, Keys.of(TENANT, id), new PassDeadline(id, deadline));
                }
            }
            while (!inFlight.isEmpty()) {
                deliver(false);
            }
        }

        private Decision tell(Domain domain, String key, SpecificRecord command) {
            Cascade.Target target = new Cascade.Target(domain, Key.parse(key));
            Cascade cascade = cascade(target.key());
            Decision decision = cascade.run(target, command, cause(), null);
            keep(cascade);
            return decision;
        }

        private Cascade cascade(Key key) {
            return new Cascade(group, Topics.commands("orders").partitionOf(key.toString()), this, 1_000L + commands);
        }

        private Cause cause() {
            return new Cause("c" + commands++, "x", null, new ActorHeader(null));
        }

        private void keep(Cascade cascade) {
            cascade.states.forEach((key, value) -> states.computeIfAbsent(key.aggregate(), any -> new HashMap<>())
                    .put(key.key(), value));
            inFlight.addAll(cascade.remote);
        }

        void check() {
            for (SpecificRecord state : states.get(Inventory.STOCK).values()) {
                Stock stock = (Stock) state;
                assertThat(stock.getReserved()).isBetween(0L, stock.getOnHand());
                assertThat(stock.getReserved()).isEqualTo(held(stock));
            }
            for (String sku : SKUS) {
                assertThat(onHand(sku) + onTheWay(sku)).as("units of " + sku).isEqualTo(put.get(sku));
            }
            for (SpecificRecord state :
                    states.getOrDefault(Orders.ORDERS, Map.of()).values()) {
                Order order = (Order) state;
                OrderStatus before = seen.put(order.getOrderId(), order.getStatus());
                if (before != null && before != order.getStatus()) {
                    assertThat(reachable(before)).contains(order.getStatus());
                }
            }
        }

        private static Set<OrderStatus> reachable(OrderStatus from) {
            Set<OrderStatus> reached = new java.util.HashSet<>();
            List<OrderStatus> open = new ArrayList<>(List.of(from));
            while (!open.isEmpty()) {
                for (OrderStatus next : STEPS.getOrDefault(open.remove(0), Set.of())) {
                    if (reached.add(next)) {
                        open.add(next);
                    }
                }
            }
            return reached;
        }

        private long held(Stock stock) {
            return states.getOrDefault(Inventory.RESERVATIONS, Map.of()).values().stream()
                    .map(Reservation.class::cast)
                    .filter(r -> r.getStatus() == ReservationStatus.HELD
                            && r.getPool().equals(stock.getPool()))
                    .flatMap(r -> r.getUnits().stream())
                    .filter(units -> units.getSku().equals(stock.getSku()))
                    .mapToLong(ReservedUnits::getQuantity)
                    .sum();
        }

        private long onHand(String sku) {
            return states.get(Inventory.STOCK).values().stream()
                    .map(Stock.class::cast)
                    .filter(stock -> stock.getSku().equals(sku))
                    .mapToLong(Stock::getOnHand)
                    .sum();
        }

        /** Units that were sent and not yet received. */
        private long onTheWay(String sku) {
            return states.getOrDefault(Inventory.TRANSFERS, Map.of()).values().stream()
                    .map(Transfer.class::cast)
                    .filter(transfer -> transfer.getSku().equals(sku))
                    .mapToLong(transfer ->
                            transfer.getSide() == TransferSide.SENT ? transfer.getQuantity() : -transfer.getQuantity())
                    .sum();
        }

        void checkQuiet() {
            for (String sku : SKUS) {
                assertThat(onTheWay(sku))
                        .as("units of " + sku + " still on their way")
                        .isZero();
            }
            for (SpecificRecord state :
                    states.getOrDefault(Orders.ORDERS, Map.of()).values()) {
                Order order = (Order) state;
                assertThat(order.getStatus()).isNotIn(OrderStatus.PENDING, OrderStatus.RESERVED);
                boolean holds = states.get(Inventory.RESERVATIONS).values().stream()
                        .map(Reservation.class::cast)
                        .anyMatch(r ->
                                r.getOrderId().equals(order.getOrderId()) && r.getStatus() == ReservationStatus.HELD);
                assertThat(holds).isEqualTo(order.getStatus() == OrderStatus.CONFIRMED);
            }
        }

        private <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        @Override
        public <S extends SpecificRecord> S state(Aggregate<S> aggregate, String key) {
            return aggregate
                    .type()
                    .cast(states.getOrDefault(aggregate, Map.of()).get(key));
        }

        @Override
        public <T extends SpecificRecord> T reference(ReferenceTable<T> table, String key) {
            return table.type().cast(Samples.product(Keys.id(key), 10_000L, "GBP"));
        }

        @Override
        public boolean hears(Policy policy, long at, long now) {
            return true;
        }
    }
}
