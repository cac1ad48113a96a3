package com.fusioncommerce.models.features;

import static com.fusioncommerce.models.features.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fusioncommerce.schemas.fraud.CustomerActivity;
import com.fusioncommerce.schemas.orders.OrderCreated;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

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
        assertThat(feature("hour_of_day", order)).isEqualTo(12);
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
        assertThat(feature("orders_1h", order, before)).isEqualTo(2);
        assertThat(feature("orders_24h", order, before)).isEqualTo(3);
        assertThat(feature("spent_1m", order, before)).isEqualTo(4);
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
    void amounts_are_in_major_units_whatever_the_currency() {
        assertThat(feature("average_line_value", order().in("JPY").of(500))).isEqualTo(500);
        assertThat(feature("average_line_value", order().in("EUR").of(500))).isEqualTo(5);
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
        assertThat(FraudFeatures.featuresHash()).isEqualTo("e61cabd7e230f7d1");
        assertThat(FraudFeatures.names()).doesNotHaveDuplicates().hasSameSizeAs(FraudFeatures.reasons());
    }

    private static float feature(String name, OrderCreated order, OrderCreated... before) {
        CustomerActivity activity = null;
        for (OrderCreated earlier : before) {
            activity = Activities.after(activity, earlier);
        }
        return value(FraudFeatures.of(order, activity), name);
    }

    private static float value(float[] values, String name) {
        return values[FraudFeatures.names().indexOf(name)];
    }
}
