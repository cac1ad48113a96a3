package com.fusioncommerce.models.scoring;

import static com.fusioncommerce.models.features.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.models.features.Activities;
import com.fusioncommerce.models.features.FraudFeatures;
import com.fusioncommerce.models.features.Orders;
import com.fusioncommerce.schemas.fraud.AttemptOutcome;
import com.fusioncommerce.schemas.fraud.CustomerActivity;
import com.fusioncommerce.schemas.orders.OrderCreated;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedFraudModelTest {
    private static final float GATE = 0.9f;
    private static final List<Long> PRICES = List.of(300L, 2_550L, 9_900L, 49_900L);
    private static Model model;

    @BeforeAll
    static void load() {
        model = FraudModel.load(new ModelRepository(Path.of("models")), FraudModel.RELEASED);
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

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 60, 300, 700})
    void a_new_customers_first_five_one_item_orders_within_the_hour_pass(int secondsBetween) {
        for (long price : PRICES) {
            assertThat(scores(null, order(), secondsBetween, price, 5))
                    .as("every %d s, %d cents", secondsBetween, price)
                    .allMatch(score -> score < GATE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 60, 300})
    void who_was_refused_twice_for_want_of_stock_may_order_what_there_is(int secondsBetween) {
        for (long price : PRICES) {
            CustomerActivity activity = null;
            for (int i = 0; i < 2; i++) {
                OrderCreated attempt = order().after(Duration.ofSeconds((long) (i - 2) * secondsBetween))
                        .of(price);
                activity = Activities.after(
                        Activities.after(activity, attempt), attempt.getOrderId(), AttemptOutcome.REFUSED);
            }
            assertThat(scores(activity, order(), secondsBetween, price, 5))
                    .as("every %d s, %d cents", secondsBetween, price)
                    .allMatch(score -> score < GATE);
        }
    }

    @Test
    void guests_who_share_an_id_all_pass() {
        for (long price : PRICES) {
            assertThat(scores(null, order().by("guest"), 1, price, 30))
                    .hasSize(30)
                    .allMatch(score -> score < GATE);
        }
    }

    @Test
    void a_burst_of_orders_from_a_new_account_with_a_foreign_card_scores_high_and_says_why() {
        CustomerActivity activity = null;
        for (int i = 0; i < 12; i++) {
            activity = Activities.after(
                    activity,
                    order().after(Duration.ofSeconds(15L * i)).billedIn("DE").of(700));
        }
        Score score = score(order().after(Duration.ofMinutes(3)).billedIn("DE").of(700), activity);

        assertThat(score.value()).isGreaterThan(GATE);
        assertThat(score.reasons()).contains("order_velocity");
    }

    private static List<Float> scores(
            CustomerActivity before, Orders order, int secondsBetween, long price, int orders) {
        List<Float> scores = new ArrayList<>();
        CustomerActivity activity = before;
        for (int i = 0; i < orders; i++) {
            OrderCreated placed =
                    order.after(Duration.ofSeconds((long) i * secondsBetween)).of(price);
            scores.add(score(placed, activity).value());
            activity = Activities.after(activity, placed);
        }
        return scores;
    }

    private static Score score(OrderCreated order, CustomerActivity activity) {
        return model.score(new float[][] {FraudFeatures.of(order, activity)}).get(0);
    }
}
