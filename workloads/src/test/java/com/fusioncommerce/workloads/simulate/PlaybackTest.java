package com.fusioncommerce.workloads.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.models.simulation.DemoCatalog;
import com.fusioncommerce.models.simulation.ShopperAction;
import com.fusioncommerce.models.simulation.ShopperAction.Label;
import com.fusioncommerce.models.simulation.SimulatedProduct;
import com.fusioncommerce.workloads.client.ApiStandIn;
import com.fusioncommerce.workloads.client.ApiStandIn.Asked;
import com.fusioncommerce.workloads.client.ApiStandIn.Reply;
import com.fusioncommerce.workloads.client.ClientSettings;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.Pace;
import com.fusioncommerce.workloads.client.StopSignal;
import com.fusioncommerce.workloads.shop.DemoShop;
import com.fusioncommerce.workloads.simulate.LiveCounts.Done;
import com.fusioncommerce.workloads.simulate.Verdicts.Fate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(shown, true, UTF_8);
    private final Map<String, String> statuses = new ConcurrentHashMap<>();
    private ApiStandIn api;
    private FusionClient client;
    private LiveCounts counts;
    private Playback playback;

    @BeforeEach
    void start() throws IOException {
        api = new ApiStandIn();
        api.otherwise(this::answer);
        client = new FusionClient(ClientSettings.of(api.url(), "secret"));
        counts = new LiveCounts(out, false);
        playback = new Playback(client, counts, "run-1");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void shoppers_browse_order_and_cancel_what_they_ordered() {
        play(new ShopperAction.Browse(START, "s1", "demo-0001"), order("s1"), cancel("s1"));

        assertThat(counts.of(Done.BROWSED)).isEqualTo(1);
        assertThat(counts.of(Done.ORDERED)).isEqualTo(1);
        assertThat(counts.of(Done.CANCELLED)).isEqualTo(1);
        assertThat(api.asked())
                .extracting(asked -> asked.method() + " " + asked.path())
                .contains("GET /v1/products/demo-0001", "POST /v1/orders", "POST /v1/orders/main~s1/cancel");
        assertThat(api.asked())
                .filteredOn(asked -> asked.path().equals("/v1/orders"))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.body().path("billingCountry").asText()).isEqualTo("US");
                    assertThat(asked.body().has("placedAt")).isFalse();
                    assertThat(asked.key()).contains("run-1");
                });
    }

    @Test
    void what_the_platform_refuses_is_counted_and_its_cancellation_left_out() {
        statuses.put("refused", "no");
        play(order("refused"), cancel("refused"));

        assertThat(counts.of(Done.REFUSED)).isEqualTo(1);
        assertThat(playback.placed()).isEmpty();
        assertThat(api.asked()).hasSize(1);
    }

    @Test
    void it_stops_when_it_is_asked_to() {
        StopSignal signal = new StopSignal();
        signal.stop();

        playback.play(List.of(order("s1")), new Timetable(START, 1), Pace.unlimited(), signal);

        assertThat(api.asked()).isEmpty();
    }

    @Test
    void time_passes_as_fast_as_it_is_told() {
        Instant begun = Instant.now();
        Timetable timetable = new Timetable(START, 600);

        timetable.await(START.plusSeconds(120), () -> false);

        assertThat(Duration.between(begun, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(190));
        new Timetable(START, Double.POSITIVE_INFINITY).await(START.plus(Duration.ofDays(9)), () -> false);
    }

    @Test
    void verdicts_are_held_against_the_truth() {
        play(order("s1"), fraud("s2"), fraud("s3"), order("s4"), order("s5"));
        statuses.putAll(
                Map.of("s1", "confirmed", "s2", "rejected", "s3", "confirmed", "s4", "rejected", "s5", "cancelled"));

        Verdicts verdicts = new Verdicts(client, playback.placed(), Duration.ofSeconds(5));
        verdicts.print(out);

        assertThat(verdicts.count(Fate.CONFIRMED, false)).isEqualTo(1);
        assertThat(verdicts.count(Fate.REJECTED, true)).isEqualTo(1);
        assertThat(verdicts.count(Fate.CONFIRMED, true)).isEqualTo(1);
        assertThat(verdicts.count(Fate.REJECTED, false)).isEqualTo(1);
        assertThat(verdicts.count(Fate.CANCELLED, false)).isEqualTo(1);
        assertThat(shown.toString(UTF_8))
                .contains("fraud caught: 50 % of what was decided; of what was rejected, 50 % was fraud")
                .contains("decided by model: 5");
    }

    @Test
    void an_order_that_nobody_decides_is_given_up_on() {
        play(order("s1"));
        statuses.put("s1", "reserved");

        assertThat(new Verdicts(client, playback.placed(), Duration.ofMillis(100)).count(Fate.UNDECIDED, false))
                .isEqualTo(1);
    }

    @Test
    void a_guest_orders_without_a_customers_id() {
        play(new ShopperAction.PlaceOrder(
                START,
                "s1",
                "s1-1",
                "GB",
                "GB",
                "web",
                List.of(new ShopperAction.Line("demo-0001", 1)),
                true,
                Label.HONEST));

        assertThat(api.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.body().has("customerId")).isFalse());
    }

    @Test
    void what_is_sold_out_gets_no_stock() {
        shop().open(List.of(SimulateCommand.offer(new SimulatedProduct("lamp", "Lamp", 300_000, "EUR", true))));

        assertThat(api.asked()).extracting(Asked::method).containsExactly("GET", "POST");
    }

    @Test
    void a_shop_is_opened_where_there_is_none() {
        shop().open(DemoCatalog.products(1, 3, "EUR").stream()
                .map(SimulateCommand::offer)
                .toList());

        assertThat(api.asked())
                .filteredOn(asked -> asked.method().equals("PUT"))
                .extracting(asked -> asked.body().path("onHand").asLong())
                .containsExactly(1_000_000L, 1_000_000L, 1_000_000L);
        assertThat(api.asked().stream()
                        .filter(asked -> asked.method().equals("POST"))
                        .map(asked -> asked.body().path("sku").asText()))
                .containsExactlyInAnyOrder("demo-0001", "demo-0002", "demo-0003");
    }

    private DemoShop shop() {
        return new DemoShop(client, List.of(FusionClient.POOL));
    }

    private void play(ShopperAction... actions) {
        playback.play(
                List.of(actions), new Timetable(START, Double.POSITIVE_INFINITY), Pace.unlimited(), new StopSignal());
    }

    private Reply answer(Asked request) {
        if (request.method().equals("POST") && request.path().equals("/v1/orders")) {
            String customer = request.body().path("customerId").asText();
            return "no".equals(statuses.get(customer))
                    ? new Reply(409, "{\"code\":\"insufficient_stock\"}")
                    : new Reply(201, "{\"orderId\":\"main~" + customer + "\",\"status\":\"reserved\"}");
        }
        if (request.path().startsWith("/v1/orders/") && request.method().equals("GET")) {
            String status = statuses.get(request.path().replace("/v1/orders/main~", ""));
            return new Reply(200, "{\"status\":\"" + status + "\",\"decision\":{\"by\":\"model\"}}");
        }
        return request.method().equals("GET") ? new Reply(404, "{\"code\":\"unknown\"}") : new Reply(200, "{}");
    }

    private static ShopperAction order(String customer) {
        return order(customer, Label.HONEST);
    }

    private static ShopperAction fraud(String customer) {
        return order(customer, Label.RESALE);
    }

    private static ShopperAction order(String customer, Label label) {
        return new ShopperAction.PlaceOrder(
                START,
                customer,
                customer + "-1",
                "GB",
                "US",
                "web",
                List.of(new ShopperAction.Line("demo-0001", 2)),
                false,
                label);
    }

    private static ShopperAction cancel(String customer) {
        return new ShopperAction.CancelOrder(START, customer, customer + "-1");
    }
}
