package com.fusioncommerce.models.features;

import static com.fusioncommerce.models.features.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fusioncommerce.schemas.fraud.AttemptOutcome;
import com.fusioncommerce.schemas.fraud.CustomerActivity;
import com.fusioncommerce.schemas.orders.OrderCreated;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FraudFeaturesTest {
    @Test
    void a_first_order_has_no_history() {
        OrderCreated order = order().of(1_000);

        assertThat(feature("first_order", order)).isEqualTo(1);
        assertThat(feature("previous_orders", order)).isZero();
        assertThat(feature("seconds_since_last_order", order)).isEqualTo(-1);
        assertThat(feature("amount_to_usual", order)).isEqualTo(-1);
        assertThat(feature("orders_24h", order)).isZero();
        assertThat(feature("away_from_home", order)).isZero();
    }

    @Test
    void the_basket_is_described() {
        OrderCreated order = order().of(3_000, 1_000);

        assertThat(feature("log_amount", order)).isCloseTo((float) Math.log1p(40), within(1e-6f));
        assertThat(feature("lines", order)).isEqualTo(2);
        assertThat(feature("units", order)).isEqualTo(2);
        assertThat(feature("average_line_value", order)).isEqualTo(20);
        assertThat(feature("highest_unit_price", order)).isEqualTo(30);
        assertThat(feature("largest_line_share", order)).isEqualTo(0.75f);
        assertThat(feature("most_units_of_a_line", order)).isEqualTo(1);
    }

    @Test
    void velocity_counts_the_orders_of_each_window_and_what_they_came_to() {
        OrderCreated[] before = {
            order().of(100),
            order().after(Duration.ofHours(20)).of(200),
            order().after(Duration.ofMinutes(20 * 60 + 30)).of(400),
        };
        OrderCreated order =
                order().after(Duration.ofSeconds((20 * 60 + 30) * 60 + 10)).of(50);

        assertThat(feature("orders_1m", order, before)).isEqualTo(1);
        assertThat(feature("orders_10m", order, before)).isEqualTo(1);
        assertThat(feature("orders_1h", order, before)).isEqualTo(2);
        assertThat(feature("orders_24h", order, before)).isEqualTo(3);
        assertThat(feature("spent_1h", order, before)).isEqualTo(6);
        assertThat(feature("spent_24h", order, before)).isEqualTo(7);
        assertThat(feature("seconds_since_last_order", order, before)).isEqualTo(10);
    }

    @Test
    void countries_are_compared_with_the_card_and_with_the_past() {
        OrderCreated order =
                order().after(Duration.ofHours(1)).to("FR").billedIn("GB").of(100);

        assertThat(feature("country_mismatch", order, order().of(1))).isEqualTo(1);
        assertThat(feature("away_from_home", order, order().of(1))).isEqualTo(1);
        assertThat(feature("countries_24h", order, order().of(1))).isEqualTo(2);
        assertThat(feature("country_mismatch", order().of(1))).isZero();
    }

    @Test
    void an_amount_is_compared_with_what_is_usual_for_the_customer() {
        OrderCreated order = order().after(Duration.ofDays(3)).of(9_000);

        assertThat(feature("amount_to_usual", order, order().of(2_000), order().of(4_000)))
                .isEqualTo(3);
        assertThat(feature("days_since_first_order", order, order().of(2_000))).isEqualTo(3);
    }

    @Test
    void amounts_are_in_euros_whatever_the_currency() {
        assertThat(feature("average_line_value", order().in("EUR").of(500))).isEqualTo(5);
        assertThat(feature("average_line_value", order().in("JPY").of(1_000))).isCloseTo(5.47f, within(0.001f));
        assertThat(feature("average_line_value", order().in("GBP").of(1_000))).isCloseTo(11.56f, within(0.001f));
        assertThat(feature("highest_unit_price", order().in("USD").of(1_000))).isCloseTo(8.714f, within(0.001f));
    }

    @Test
    void a_thousand_yen_and_then_ten_pounds_is_no_jump() {
        OrderCreated pounds = order().after(Duration.ofDays(1)).in("GBP").of(1_000);

        assertThat(feature("amount_to_usual", pounds, order().in("JPY").of(1_000)))
                .isCloseTo(2.11f, within(0.01f));
        assertThat(feature(
                        "spent_24h",
                        order().after(Duration.ofHours(1)).of(1),
                        order().in("JPY").of(1_000)))
                .isCloseTo(5.47f, within(0.01f));
    }

    @Test
    void an_amount_in_a_currency_without_a_rate_is_not_compared() {
        OrderCreated shillings = order().after(Duration.ofHours(1)).in("KES").of(90_000, 10_000);

        assertThat(feature("amount_to_usual", shillings, order().of(1_000))).isEqualTo(-1);
        assertThat(feature("log_amount", shillings)).isEqualTo(-1);
        assertThat(feature("highest_unit_price", shillings)).isEqualTo(-1);
        assertThat(feature("largest_line_share", shillings)).isEqualTo(0.9f);
        assertThat(feature("amount_to_usual", order().after(Duration.ofHours(2)).of(1_000), shillings))
                .isEqualTo(-1);
        assertThat(feature("spent_24h", order().after(Duration.ofHours(2)).of(1_000), shillings, order().of(700)))
                .isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB", "gb", "Gb", "GBR", "United Kingdom", "UNITED KINGDOM", "UK", "England"})
    void a_country_is_one_whatever_it_is_called(String country) {
        OrderCreated order =
                order().after(Duration.ofHours(1)).to(country).billedIn("GB").of(100);

        assertThat(feature("country_mismatch", order, order().of(1))).isZero();
        assertThat(feature("away_from_home", order, order().of(1))).isZero();
        assertThat(feature("countries_24h", order, order().of(1))).isEqualTo(1);
        assertThat(feature(
                        "country_mismatch", order().to(country).billedIn("FRA").of(1)))
                .isEqualTo(1);
    }

    @Test
    void a_country_that_is_not_named_is_no_other_country() {
        OrderCreated order = order().to("Unspecified").billedIn("GB").of(100);

        assertThat(feature("country_mismatch", order)).isZero();
        assertThat(feature("countries_24h", order, order().to("FR").of(1))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"guest", "Guest", "GUESTS", "anonymous", "guest:4711"})
    void a_guest_is_no_customer(String id) {
        OrderCreated order = order().after(Duration.ofMinutes(1)).by(id).of(1_000);

        assertThat(FraudFeatures.of(
                        order,
                        after(order().by(id).of(500), order().by(id).to("FR").of(700))))
                .isEqualTo(FraudFeatures.of(order, null));
        assertThat(feature("guest", order)).isEqualTo(1);
        assertThat(feature("first_order", order)).isEqualTo(-1);
        assertThat(feature("orders_1h", order)).isEqualTo(-1);
        assertThat(feature("guest", order().by("guest-relations").of(1))).isZero();
    }

    @Test
    void refused_and_cancelled_attempts_are_counted_apart_and_rejected_ones_nowhere() {
        OrderCreated order = order().after(Duration.ofMinutes(30)).of(1_000);
        CustomerActivity activity = null;
        int minute = 0;
        for (AttemptOutcome outcome : List.of(
                AttemptOutcome.REFUSED, AttemptOutcome.REFUSED, AttemptOutcome.CANCELLED, AttemptOutcome.REJECTED)) {
            OrderCreated attempt =
                    order().after(Duration.ofMinutes(minute++)).to("FR").of(5_000);
            activity = Activities.after(Activities.after(activity, attempt), attempt.getOrderId(), outcome);
        }
        float[] values = FraudFeatures.of(order, activity);

        assertThat(value(values, "refused_24h")).isEqualTo(2);
        assertThat(value(values, "cancelled_24h")).isEqualTo(1);
        for (String feature : List.of(
                "orders_1m",
                "orders_10m",
                "orders_1h",
                "orders_24h",
                "spent_24h",
                "previous_orders",
                "away_from_home")) {
            assertThat(value(values, feature)).as(feature).isZero();
        }
        assertThat(value(values, "first_order")).isEqualTo(1);
        assertThat(value(values, "countries_24h")).isEqualTo(1);
        assertThat(value(values, "amount_to_usual")).isEqualTo(-1);
        assertThat(value(values, "seconds_since_last_order")).isEqualTo(-1);
    }

    @Test
    void a_free_order_after_free_orders_is_no_division_by_zero() {
        assertThat(feature("amount_to_usual", order().after(Duration.ofHours(1)).of(0), order().of(0)))
                .isEqualTo(-1);
        assertThat(feature("largest_line_share", order().of(0))).isEqualTo(-1);
    }

    @Test
    void an_order_older_than_those_known_sees_nothing_of_the_future() {
        OrderCreated order = order().of(100);
        OrderCreated later = order().after(Duration.ofMinutes(5)).of(100);

        assertThat(feature("orders_1h", order, later)).isZero();
        assertThat(feature("seconds_since_last_order", order, later)).isEqualTo(-1);
        assertThat(feature("days_since_first_order", order, later)).isZero();
    }

    @Property(tries = 300)
    void values_are_finite_and_windows_lie_within_each_other(
            @ForAll List<@LongRange(max = 200_000) Long> seconds, @ForAll @LongRange(max = 10_000_000) long price) {
        CustomerActivity activity = null;
        for (long second : seconds) {
            activity = Activities.after(
                    activity, order().after(Duration.ofSeconds(second)).of(price));
        }
        float[] values =
                FraudFeatures.of(order().after(Duration.ofSeconds(100_000)).of(price), activity);
        for (float value : values) {
            assertThat(value).isFinite();
        }
        assertThat(value(values, "orders_1m")).isLessThanOrEqualTo(value(values, "orders_1h"));
        assertThat(value(values, "orders_1h")).isLessThanOrEqualTo(value(values, "orders_24h"));
        assertThat(value(values, "spent_1h")).isLessThanOrEqualTo(value(values, "spent_24h"));
    }

    @Test
    void the_definition_has_a_stable_hash_that_the_shipped_model_learned_from() {
        assertThat(FraudFeatures.featuresHash()).isEqualTo("6ed31eca5f56554c");
        assertThat(FraudFeatures.names()).doesNotHaveDuplicates().hasSameSizeAs(FraudFeatures.reasons());
    }

    private static float feature(String name, OrderCreated order, OrderCreated... before) {
        return value(FraudFeatures.of(order, after(before)), name);
    }

    private static CustomerActivity after(OrderCreated... orders) {
        CustomerActivity activity = null;
        for (OrderCreated earlier : orders) {
            activity = Activities.after(activity, earlier);
        }
        return activity;
    }

    private static float value(float[] values, String name) {
        return values[FraudFeatures.names().indexOf(name)];
    }
}
