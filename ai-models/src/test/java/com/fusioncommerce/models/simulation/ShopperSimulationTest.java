package com.fusioncommerce.models.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fusioncommerce.models.simulation.ShopperAction.CancelOrder;
import com.fusioncommerce.models.simulation.ShopperAction.Label;
import com.fusioncommerce.models.simulation.ShopperAction.PlaceOrder;
import com.fusioncommerce.schemas.Keys;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShopperSimulationTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final List<SimulatedProduct> PRODUCTS = DemoCatalog.products(1, 50, "EUR");

    @Test
    void the_same_seed_gives_the_same_actions() {
        assertThat(actions(3, 200, MONTH)).isEqualTo(actions(3, 200, MONTH)).hasSizeGreaterThan(1_000);
    }

    @Test
    void another_seed_gives_other_shoppers() {
        assertThat(actions(3, 50, MONTH)).isNotEqualTo(actions(4, 50, MONTH));
    }

    @Test
    void the_first_shoppers_of_a_crowd_do_the_same_in_a_larger_one() {
        List<ShopperAction> small = actions(3, 20, MONTH);
        Set<String> who = small.stream().map(ShopperAction::customerId).collect(Collectors.toSet());

        assertThat(actions(3, 40, MONTH).stream()
                        .filter(action -> who.contains(action.customerId()))
                        .toList())
                .isEqualTo(small);
    }

    @Test
    void actions_come_in_time_order_and_within_the_time_of_the_simulation() {
        List<ShopperAction> actions = actions(5, 300, MONTH);

        assertThat(actions).isSortedAccordingTo(Comparator.comparing(ShopperAction::at));
        assertThat(actions)
                .allSatisfy(action ->
                        assertThat(action.at()).isAfterOrEqualTo(START).isBefore(START.plus(MONTH)));
    }

    @Test
    void orders_fit_what_the_platform_accepts() {
        Set<String> skus = PRODUCTS.stream().map(SimulatedProduct::sku).collect(Collectors.toSet());

        assertThat(orders(actions(5, 300, MONTH))).isNotEmpty().allSatisfy(order -> {
            assertThat(Keys.isId(order.customerId())).isTrue();
            assertThat(Keys.isId(order.reference())).isTrue();
            assertThat(order.country()).matches("[A-Z]{2}");
            assertThat(order.billingCountry()).matches("[A-Z]{2}");
            assertThat(order.channel()).isIn("web", "mobile");
            assertThat(order.lines()).isNotEmpty().allSatisfy(line -> {
                assertThat(skus).contains(line.sku());
                assertThat(line.quantity()).isPositive();
            });
            assertThat(order.lines()).extracting(ShopperAction.Line::sku).doesNotHaveDuplicates();
        });
    }

    @Test
    void references_are_unique_and_only_placed_orders_are_cancelled() {
        Set<String> placed = new HashSet<>();
        int cancelled = 0;
        for (ShopperAction action : actions(5, 500, MONTH)) {
            if (action instanceof PlaceOrder order) {
                assertThat(placed.add(order.reference())).isTrue();
            } else if (action instanceof CancelOrder cancel) {
                assertThat(placed).contains(cancel.reference());
                cancelled++;
            }
        }
        assertThat(cancelled).isPositive();
    }

    @Test
    void about_the_asked_share_of_shoppers_commits_fraud_in_every_pattern() {
        List<PlaceOrder> orders = orders(actions(9, 5_000, MONTH));
        long fraudsters = orders.stream()
                .filter(PlaceOrder::fraudulent)
                .map(PlaceOrder::customerId)
                .distinct()
                .count();

        assertThat(fraudsters / 5_000.0).isCloseTo(SimulationSettings.DEFAULT_FRAUDULENT_SHARE, within(0.012));
        assertThat(orders).extracting(PlaceOrder::label).contains(Label.values());
    }

    @Test
    void without_fraudulent_shoppers_every_order_is_honest() {
        SimulationSettings settings = new SimulationSettings(1, 500, 0, START, MONTH);

        assertThat(orders(new ShopperSimulation(settings, PRODUCTS).actions().toList()))
                .noneMatch(PlaceOrder::fraudulent);
    }

    @Test
    void nearly_everybody_comes_even_when_the_simulation_lasts_minutes() {
        long came = actions(2, 100, Duration.ofMinutes(5)).stream()
                .map(ShopperAction::customerId)
                .distinct()
                .count();

        assertThat(came).isGreaterThan(90);
    }

    @Test
    void honest_people_order_two_to_five_times_within_an_hour_as_newcomers_too() {
        Map<String, List<PlaceOrder>> byShopper = orders(actions(12, 4_000, MONTH)).stream()
                .filter(order -> !order.fraudulent())
                .collect(Collectors.groupingBy(PlaceOrder::customerId));
        Map<Integer, Integer> newcomersWith = new TreeMap<>();
        for (List<PlaceOrder> orders : byShopper.values()) {
            Instant first = orders.get(0).at();
            int inFirstHour = (int) orders.stream()
                    .filter(order -> order.at().isBefore(first.plus(Duration.ofHours(1))))
                    .count();
            newcomersWith.merge(inFirstHour, 1, Integer::sum);
        }

        for (int burst = 2; burst <= 5; burst++) {
            assertThat(newcomersWith.get(burst))
                    .as("newcomers with %d orders", burst)
                    .isGreaterThan(10);
        }
    }

    @Test
    void honest_people_are_refused_and_try_again_shop_as_guests_and_at_night_and_send_presents() {
        SimulatedOrders shop = new SimulatedOrders(PRODUCTS);
        List<PlaceOrder> honest = orders(actions(12, 4_000, MONTH)).stream()
                .filter(order -> !order.fraudulent())
                .toList();
        Set<String> refused = new HashSet<>();
        int afterRefusal = 0;
        for (PlaceOrder order : honest) {
            if (!shop.inStock(order)) {
                refused.add(order.customerId());
            } else if (refused.contains(order.customerId())) {
                afterRefusal++;
            }
        }

        assertThat(afterRefusal).isGreaterThan(200);
        assertThat(share(honest, PlaceOrder::guest)).isBetween(0.05, 0.2);
        assertThat(share(honest, order -> !order.country().equals(order.billingCountry())))
                .isBetween(0.05, 0.25);
        assertThat(share(honest, order -> hour(order) >= 22 || hour(order) < 6)).isBetween(0.1, 0.35);
    }

    @Test
    void newcomers_have_an_equal_share_at_all_times_once_the_shop_has_filled() {
        Duration quarter = Duration.ofDays(84);
        Map<String, Integer> placed = new HashMap<>();
        int[] firsts = new int[12];
        int[] all = new int[12];
        for (PlaceOrder order : orders(actions(12, 20_000, quarter))) {
            int week = (int) (Duration.between(START, order.at()).toDays() / 7);
            all[week]++;
            firsts[week] += placed.merge(order.customerId(), 1, Integer::sum) == 1 ? 1 : 0;
        }

        for (int week = 3; week < 12; week++) {
            assertThat((double) firsts[week] / all[week])
                    .as("week %d", week + 1)
                    .isBetween(0.2, 0.33);
        }
    }

    @Test
    void impossible_settings_are_refused() {
        assertThatThrownBy(() -> SimulationSettings.of(1, 0, START, MONTH)).hasMessageContaining("shoppers");
        assertThatThrownBy(() -> SimulationSettings.of(1, 1, START, Duration.ZERO))
                .hasMessageContaining("time");
        assertThatThrownBy(() -> new SimulationSettings(1, 1, 1.5, START, MONTH))
                .hasMessageContaining("share");
        assertThatThrownBy(() -> new SimulatedProduct("a", "A", -1, "EUR")).hasMessageContaining("price");
        SimulationSettings settings = SimulationSettings.of(1, 1, START, MONTH);
        assertThatThrownBy(() -> new ShopperSimulation(settings, List.of())).hasMessageContaining("nothing to buy");
    }

    private static double share(List<PlaceOrder> orders, Predicate<PlaceOrder> of) {
        return (double) orders.stream().filter(of).count() / orders.size();
    }

    private static int hour(PlaceOrder order) {
        return order.at().atOffset(ZoneOffset.UTC).getHour();
    }

    private static List<ShopperAction> actions(long seed, int shoppers, Duration duration) {
        return new ShopperSimulation(SimulationSettings.of(seed, shoppers, START, duration), PRODUCTS)
                .actions()
                .toList();
    }

    private static List<PlaceOrder> orders(List<ShopperAction> actions) {
        return actions.stream()
                .filter(PlaceOrder.class::isInstance)
                .map(PlaceOrder.class::cast)
                .toList();
    }
}
