package com.fusioncommerce.trials.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.trials.bench.load.Answer;
import com.fusioncommerce.trials.bench.load.LoadClient;
import com.fusioncommerce.trials.bench.load.LoadResult;
import com.fusioncommerce.trials.bench.load.Peak;
import com.fusioncommerce.trials.bench.shop.BenchShop;
import com.fusioncommerce.trials.bench.shop.Orders;
import com.fusioncommerce.trials.e2e.SharedPlatform.Running;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The short form of {@code fusion bench overload}. */
@ExtendWith(SharedPlatform.class)
class OverloadIT {
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final int FEW = 32;
    private static final int MANY = 3_000;
    private static final int TIMES = 5;
    private static final double LEAST = 1_000;

    @Test
    void of_more_orders_than_can_be_taken_all_are_answered_and_the_refused_are_told_when_to_try_again(Running platform)
            throws IOException {
        BenchShop shop = BenchShop.open(platform.config(), "overload", 10, 1, 1_000_000);
        Orders orders = new Orders(shop, 1);
        try (LoadClient client = new LoadClient(platform.config().apiUrl(), Duration.ofSeconds(20))) {
            double peak = Peak.find(client, List.of(FEW), SHORT, orders).perSecond();

            LoadResult flood =
                    client.connect(MANY).open(Math.max(LEAST, TIMES * peak), SHORT, orders, Answer.Observer.none());

            assertThat(flood.failedCount()).as(flood.counts()).isZero();
            assertThat(flood.count(status -> status != 201 && status != 202 && !LoadResult.isRefusal(status)))
                    .as(flood.counts())
                    .isZero();
            assertThat(flood.count(LoadResult::isRefusal)).as(flood.counts()).isPositive();
            assertThat(flood.refusedWithoutRetryAfterCount()).isZero();
            assertThat(flood.count(LoadResult::isSuccess)).as(flood.counts()).isPositive();
        }
    }
}
