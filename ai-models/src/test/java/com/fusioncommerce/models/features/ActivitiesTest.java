package com.fusioncommerce.models.features;

import static com.fusioncommerce.models.features.Orders.NOON;
import static com.fusioncommerce.models.features.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.fraud.AttemptOutcome;
import com.fusioncommerce.schemas.fraud.CustomerActivity;
import com.fusioncommerce.schemas.fraud.RecentOrder;
import com.fusioncommerce.schemas.orders.OrderCreated;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ActivitiesTest {
    @Test
    void the_first_order_makes_the_home_country() {
        CustomerActivity activity =
                after(order().to("FR").of(1_000), order().to("GB").of(500));

        assertThat(activity.getHomeCountry()).isEqualTo("FR");
        assertThat(activity.getOrders()).isEqualTo(2);
        assertThat(activity.getTotalSpent()).isEqualTo(1_500);
        assertThat(activity.getFirstOrderAt()).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void orders_older_than_a_day_are_forgotten_but_the_newest_never() {
        CustomerActivity activity =
                after(order().of(1), order().after(Duration.ofDays(2)).of(2));
        assertThat(activity.getRecent()).extracting(RecentOrder::getTotal).containsExactly(2L);
    }

    @Test
    void an_older_order_that_comes_late_is_remembered_at_its_place() {
        CustomerActivity activity = after(
                order().after(Duration.ofHours(3)).of(3),
                order().after(Duration.ofHours(1)).of(1));

        assertThat(activity.getRecent()).extracting(RecentOrder::getTotal).containsExactly(1L, 3L);
        assertThat(activity.getFirstOrderAt())
                .isEqualTo(NOON.plus(Duration.ofHours(1)).toEpochMilli());
    }

    @Property(tries = 200)
    void what_is_remembered_is_bounded_and_in_time_order(@ForAll List<@IntRange(max = 100_000) Integer> seconds) {
        CustomerActivity activity = null;
        for (int second : seconds) {
            activity = Activities.after(
                    activity, order().after(Duration.ofSeconds(second)).of(1));
        }
        if (activity != null) {
            assertThat(activity.getRecent())
                    .hasSizeBetween(1, Activities.MOST_RECENT)
                    .isSortedAccordingTo((a, b) -> Long.compare(a.getPlacedAt(), b.getPlacedAt()));
            assertThat(activity.getOrders()).isEqualTo(seconds.size());
        }
    }

    @Test
    void an_order_that_came_to_nothing_is_an_attempt_once_and_leaves_no_spending() {
        OrderCreated second = order().after(Duration.ofMinutes(1)).in("JPY").of(500);
        CustomerActivity before = after(order().of(1_000));
        CustomerActivity refused =
                Activities.after(Activities.after(before, second), second.getOrderId(), AttemptOutcome.REFUSED);

        assertThat(refused.getOrders()).isEqualTo(1);
        assertThat(refused.getEuroCentsSpent()).isEqualTo(1_000);
        assertThat(refused.getValuedOrders()).isEqualTo(1);
        assertThat(refused.getTotalSpent()).isEqualTo(1_000);
        assertThat(refused.getRecent())
                .extracting(RecentOrder::getOutcome)
                .containsExactly(AttemptOutcome.STANDS, AttemptOutcome.REFUSED);
        assertThat(Activities.after(refused, second.getOrderId(), AttemptOutcome.CANCELLED))
                .isEqualTo(refused);
        assertThat(Activities.after(null, "main~x", AttemptOutcome.REFUSED)).isNull();
    }

    @Test
    void rejected_orders_do_not_crowd_out_those_that_stand() {
        OrderCreated standing = order().of(1_000);
        CustomerActivity activity = after(standing);
        for (int i = 1; i <= Activities.MOST_RECENT; i++) {
            OrderCreated rejected = order().after(Duration.ofSeconds(i)).of(7);
            activity = Activities.after(
                    Activities.after(activity, rejected), rejected.getOrderId(), AttemptOutcome.REJECTED);
        }

        assertThat(activity).isEqualTo(after(standing));
        float[] values = FraudFeatures.of(order().after(Duration.ofMinutes(30)).of(500), activity);
        assertThat(values[FraudFeatures.names().indexOf("orders_1h")]).isEqualTo(1);
    }

    @Test
    void an_account_whose_attempts_came_to_nothing_has_neither_an_age_nor_a_home() {
        OrderCreated attempt = order().to("FR").of(1_000);
        CustomerActivity tried = Activities.after(after(attempt), attempt.getOrderId(), AttemptOutcome.REFUSED);
        CustomerActivity activity = Activities.after(
                tried, order().after(Duration.ofHours(1)).to("GB").of(500));

        assertThat(activity.getHomeCountry()).isEqualTo("GB");
        assertThat(activity.getFirstOrderAt())
                .isEqualTo(NOON.plus(Duration.ofHours(1)).toEpochMilli());
        assertThat(activity.getRecent()).hasSize(2);
    }

    @Test
    void more_than_64_bits_of_spending_stays_at_the_most_of_them() {
        CustomerActivity activity = after(order().of(Amounts.MOST));
        for (int i = 1; i <= 1_100; i++) {
            activity = Activities.after(
                    activity, order().after(Duration.ofMinutes(30L * i)).of(Amounts.MOST));
        }
        OrderCreated last = order().after(Duration.ofDays(30)).of(Amounts.MOST);
        CustomerActivity cancelled =
                Activities.after(Activities.after(activity, last), last.getOrderId(), AttemptOutcome.CANCELLED);

        for (CustomerActivity large : List.of(activity, cancelled)) {
            assertThat(large.getTotalSpent()).isEqualTo(Long.MAX_VALUE);
            assertThat(large.getEuroCentsSpent()).isEqualTo(Long.MAX_VALUE);
        }
    }

    private static CustomerActivity after(OrderCreated... orders) {
        CustomerActivity activity = null;
        for (OrderCreated order : orders) {
            activity = Activities.after(activity, order);
        }
        return activity;
    }
}
