package com.fusioncommerce.models.scoring;

import static com.fusioncommerce.models.features.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.models.features.Activities;
import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.models.simulation.DemoCatalog;
import com.fusioncommerce.models.simulation.ShopperAction.PlaceOrder;
import com.fusioncommerce.models.simulation.ShopperSimulation;
import com.fusioncommerce.models.simulation.SimulatedOrders;
import com.fusioncommerce.models.simulation.SimulatedProduct;
import com.fusioncommerce.models.simulation.SimulationSettings;
import com.fusioncommerce.schemas.fraud.CustomerActivity;
import com.fusioncommerce.schemas.orders.OrderCreated;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShippedFraudModelTest {
    private static final float GATE = 0.9f;
    private static Model model;

    @BeforeAll
    static void load() {
        model = FraudModel.load(new ModelRepository(Path.of("models")));
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void an_ordinary_first_order_stays_far_from_the_gate_at_any_hour() {
        for (int hour = 0; hour < 24; hour++) {
            for (long price : new long[] {300, 1_500, 6_000, 15_000}) {
                OrderCreated order = order().after(Duration.ofHours(hour)).of(price, 2 * price);
                assertThat(score(order, null).value())
                        .as("%d cents, %d hours after noon", price, hour)
                        .isLessThan(0.5f);
            }
        }
    }

    @Test
    void a_burst_of_orders_from_a_new_account_with_a_foreign_card_scores_high_and_says_why() {
        CustomerActivity activity = null;
        for (int i = 0; i < 6; i++) {
            activity = Activities.after(
                    activity,
                    order().after(Duration.ofSeconds(50L * i)).billedIn("DE").of(700));
        }
        Score score = score(order().after(Duration.ofMinutes(5)).billedIn("DE").of(700), activity);

        assertThat(score.value()).isGreaterThan(GATE);
        assertThat(score.reasons()).contains("order_velocity");
    }

    @Test
    void hardly_an_honest_shopper_is_stopped_when_a_crowd_comes_within_minutes() {
        List<SimulatedProduct> products = DemoCatalog.products(77, 40, "GBP");
        SimulatedOrders orders = new SimulatedOrders(products);
        SimulationSettings settings =
                SimulationSettings.of(77, 2_000, Instant.parse("2026-11-21T15:00:00Z"), Duration.ofMinutes(10));
        Map<String, CustomerActivity> activities = new HashMap<>();
        int honest = 0;
        int stopped = 0;
        for (PlaceOrder placed : new ShopperSimulation(settings, products)
                .actions()
                .filter(PlaceOrder.class::isInstance)
                .map(PlaceOrder.class::cast)
                .toList()) {
            OrderCreated order = orders.created(placed);
            CustomerActivity before = activities.get(placed.customerId());
            if (!placed.fraudulent()) {
                honest++;
                stopped += score(order, before).value() >= GATE ? 1 : 0;
            }
            activities.put(placed.customerId(), Activities.after(before, order));
        }
        assertThat(honest).isGreaterThan(500);
        assertThat((double) stopped / honest).isLessThan(0.01);
    }

    private static Score score(OrderCreated order, CustomerActivity activity) {
        return model.score(new float[][] {FraudFeatures.of(order, activity)}).get(0);
    }
}
