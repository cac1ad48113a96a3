package com.fusioncommerce.trials.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.analytics.OrderFact;
import com.fusioncommerce.schemas.inventory.ReservedUnits;
import com.fusioncommerce.schemas.inventory.StockReserved;
import com.fusioncommerce.schemas.inventory.StockTransferReceived;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.testing.EmbeddedKafka;
import com.fusioncommerce.workloads.client.ApiStandIn;
import com.fusioncommerce.workloads.client.ApiStandIn.Asked;
import com.fusioncommerce.workloads.client.ApiStandIn.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker must find each planted fault in an otherwise sound log, and its place. */
class PlantedFaultTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final String MINUTE =
            Instant.ofEpochMilli(ShopLog.NOON).truncatedTo(ChronoUnit.MINUTES).toString();

    /** The sum is 2^64, which is 0 in 64-bit arithmetic. */
    private static final List<Long> WRAPPED_TO_NOTHING = List.of(Long.MAX_VALUE, Long.MAX_VALUE, 2L);

    private static EmbeddedKafka kafka;
    private static ApiStandIn platform;
    private static LogWriter writer;

    @TempDir
    private Path directory;

    private final Map<String, String> api = new TreeMap<>();
    private final Map<String, Long> druid = new TreeMap<>();
    private final Map<String, Long> lines = new TreeMap<>();
    private String tenant;
    private ShopLog log;

    @BeforeAll
    static void start() throws IOException {
        kafka = EmbeddedKafka.start();
        kafka.createTopics();
        writer = new LogWriter();
        platform = new ApiStandIn();
    }

    @AfterAll
    static void stop() {
        platform.close();
        kafka.close();
    }

    @BeforeEach
    void openShop() {
        tenant = "shop" + TENANTS.incrementAndGet();
        log = ShopLog.sound(tenant);
        log.claimed("place-second", "sound-key");
        api.put("/v1/orders/main~first", order("confirmed", 3, 4));
        api.put("/v1/orders/main~second", order("cancelled", 4, 3));
        api.put("/v1/orders/main~third", order("refused", 2, 9));
        api.put("/v1/stock/main/MUG", "{\"onHand\":8,\"reserved\":4,\"version\":5}");
        api.put("/v1/stock/north/MUG", "{\"onHand\":2,\"reserved\":0,\"version\":1}");
        druid.putAll(Map.of(
                "order.created",
                3L,
                "order.reserved",
                2L,
                "order.confirmed",
                2L,
                "order.cancelled",
                1L,
                "order.refused",
                1L));
        lines.putAll(Map.of("order.created", 3L, "order.cancelled", 1L, "order.refused", 1L));
        platform.otherwise(this::answer);
    }

    @Test
    void a_sound_log_has_no_gaps() throws IOException {
        Verdict verdict = check();

        assertThat(verdict.green()).as(VerdictText.of(verdict)).isTrue();
        assertThat(verdict.findings())
                .allSatisfy(finding ->
                        assertThat(finding.examined()).as(finding.property()).isPositive());
        assertThat(VerdictText.of(verdict)).contains("Everything holds.");
    }

    @Test
    void a_tenant_without_a_record_is_a_failure_and_not_in_order() throws IOException {
        check();
        tenant = "nobody";

        assertThatThrownBy(this::check)
                .isInstanceOf(CheckFailedException.class)
                .hasMessageContaining("there is not one record of tenant nobody");
    }

    @Test
    void a_dropped_event_is_found() throws IOException {
        drop("order.reserved", "first");

        assertThat(messages("every order takes legal steps")).singleElement().satisfies(gap -> assertThat(gap)
                .startsWith(log.key("first"))
                .contains("order.confirmed", "but the order is pending"));
        assertThat(messages("an order in the API = its events")).anyMatch(gap -> gap.startsWith(log.key("first")));
    }

    @Test
    void a_dropped_last_event_is_found() throws IOException {
        drop("order.confirmed", "first");

        assertThat(messages("every order comes to a decision"))
                .singleElement()
                .satisfies(gap -> assertThat(gap).startsWith(log.key("first")).contains("still reserved"));
    }

    @Test
    void a_dropped_reservation_is_found() throws IOException {
        drop("inventory.reserved", "first");

        assertThat(messages("reserved = what living orders hold"))
                .singleElement()
                .satisfies(gap -> assertThat(gap).startsWith(log.key("first")).contains("MUG=4"));
    }

    @Test
    void a_dropped_creation_is_found_by_the_command_that_was_acknowledged() throws IOException {
        drop("order.created", "third");

        assertThat(messages("every command has the events of its outcome, once"))
                .anyMatch(gap -> gap.startsWith(log.key("third")) && gap.contains("it caused nothing"));
    }

    @Test
    void a_doubled_event_is_found() throws IOException {
        int at = index("inventory.reserved", "first");
        log.entries.add(at, log.entries.get(at));

        assertThat(messages("every record has a source and id of its own"))
                .singleElement()
                .satisfies(
                        gap -> assertThat(gap).startsWith(log.holdKey("first")).contains("inventory.reserved"));
    }

    @Test
    void an_event_that_is_doubled_under_another_id_is_found() throws IOException {
        int at = index("order.created", "first");
        log.entries.add(at + 1, log.entries.get(at).withId("another"));

        assertThat(messages("every record has a source and id of its own")).isEmpty();
        assertThat(messages("every order takes legal steps"))
                .singleElement()
                .satisfies(gap -> assertThat(gap).startsWith(log.key("first")).contains("order.created"));
    }

    @Test
    void lines_whose_sum_is_right_in_64_bits_only_are_found() throws IOException {
        int at = index("order.created", "first");
        OrderCreated created = (OrderCreated) log.entries.get(at).value();
        List<OrderLine> more = new ArrayList<>(created.getLines());
        WRAPPED_TO_NOTHING.forEach(units -> more.add(new OrderLine(2, ShopLog.SKU, units, 1L, 0L, "main")));
        log.entries.set(
                at,
                log.entries
                        .get(at)
                        .with(OrderCreated.newBuilder(created).setLines(more).build()));

        assertThat(messages("every order takes legal steps"))
                .anyMatch(gap -> gap.startsWith(log.key("first")) && gap.contains("lines of more than 64 bits hold"));
    }

    @Test
    void units_whose_sum_is_right_in_64_bits_only_are_found() throws IOException {
        int at = index("inventory.reserved", "first");
        StockReserved reserved = (StockReserved) log.entries.get(at).value();
        List<ReservedUnits> more = new ArrayList<>(reserved.getUnits());
        WRAPPED_TO_NOTHING.forEach(units -> more.add(new ReservedUnits(ShopLog.SKU, units)));
        log.entries.set(
                at,
                log.entries
                        .get(at)
                        .with(StockReserved.newBuilder(reserved).setUnits(more).build()));

        assertThat(messages("on hand = put + adjusted + received - sent, reserved = held - released"))
                .anyMatch(gap -> gap.startsWith(log.holdKey("first")) && gap.contains("more units than 64 bits hold"));
    }

    @Test
    void an_order_whose_event_has_the_id_of_another_orders_is_found() throws IOException {
        int at = index("order.created", "third");
        String taken =
                log.entries.get(index("order.created", "first")).headers().get("ce_id");
        log.entries.set(at, log.entries.get(at).withId(taken));

        assertThat(messages("every record has a source and id of its own"))
                .singleElement()
                .satisfies(gap -> assertThat(gap).contains("order.created", taken));
    }

    @Test
    void a_product_whose_event_has_the_id_of_an_orders_is_found_though_it_is_in_another_topic() throws IOException {
        String taken =
                log.entries.get(index("order.created", "first")).headers().get("ce_id");
        int at = index("inventory.set", "MUG");
        log.entries.set(at, log.entries.get(at).withId(taken));

        assertThat(messages("every record has a source and id of its own")).hasSize(1);
    }

    @Test
    void two_commands_with_one_id_are_found() throws IOException {
        int at = index("PlaceOrder", "third");
        log.entries.set(at, log.entries.get(at).withId("place-first"));

        assertThat(messages("every record has a source and id of its own")).hasSize(1);
    }

    @Test
    void a_request_with_a_key_is_the_command_in_it_and_repeated_is_the_same_one() throws IOException {
        log.keyed("place-first", 3, writer::encoded);

        Verdict verdict = check();

        assertThat(verdict.green()).as(VerdictText.of(verdict)).isTrue();
    }

    @Test
    void a_key_that_was_carried_out_twice_is_found() throws IOException {
        log.claimed("place-first", "one-key");
        log.claimed("place-third", "one-key");

        assertThat(messages("an idempotency key stands for one command"))
                .singleElement()
                .satisfies(gap -> assertThat(gap).contains("place-first", "place-third"));
    }

    @Test
    void oversold_stock_is_found() throws IOException {
        int at = index("inventory.reserved", "first");
        log.entries.set(
                at,
                log.entries
                        .get(at)
                        .with(new StockReserved(
                                "main",
                                ShopLog.orderId("first"),
                                List.of(new ReservedUnits(ShopLog.SKU, 11L)),
                                ShopLog.NOON)));

        assertThat(messages("0 <= reserved <= on hand after every event"))
                .anyMatch(gap -> gap.startsWith(log.stockKey()) && gap.contains("oversold"));
    }

    @Test
    void an_illegal_step_is_found() throws IOException {
        LogEntry confirmed = log.entries.get(index("order.confirmed", "second"));
        log.entries.add(confirmed.withId("after the end"));

        assertThat(messages("every order takes legal steps")).singleElement().satisfies(gap -> assertThat(gap)
                .startsWith(log.key("second"))
                .contains("order.confirmed", "but the order is cancelled"));
    }

    @Test
    void a_missing_outcome_is_found() throws IOException {
        log.entries.removeIf(
                entry -> entry.topic().equals(Topics.OUTCOMES) && entry.key().equals(log.key("third")));

        assertThat(messages("every command has exactly one outcome"))
                .containsExactly(log.key("third") + ": PlaceOrder place-third has no outcome");
        assertThat(messages("what was acknowledged is in the log as acknowledged"))
                .singleElement()
                .satisfies(gap -> assertThat(gap).startsWith(log.key("third")).contains("409"));
    }

    @Test
    void a_second_outcome_is_found() throws IOException {
        LogEntry outcome = log.entries.stream()
                .filter(entry ->
                        entry.topic().equals(Topics.OUTCOMES) && entry.key().equals(log.key("first")))
                .findFirst()
                .orElseThrow();
        log.entries.add(outcome);

        assertThat(messages("every command has exactly one outcome"))
                .singleElement()
                .satisfies(gap -> assertThat(gap).startsWith(log.key("first")).contains("answered 2 times"));
    }

    @Test
    void an_acknowledged_command_that_is_not_in_the_log_is_found() throws IOException {
        log.journal.add(new Acknowledgement(
                "lost", Acknowledgement.Kind.ORDER, log.key("fourth"), 201, "", Map.of("MUG", 1L), 0, ShopLog.NOON));

        assertThat(messages("what was acknowledged is in the log as acknowledged"))
                .singleElement()
                .satisfies(gap -> assertThat(gap).startsWith(log.key("fourth")).contains("0 commands"));
    }

    @Test
    void a_transfer_that_never_arrives_is_found() throws IOException {
        drop("inventory.transfer_received", "north");

        assertThat(messages("every transfer arrives once, as it was sent"))
                .singleElement()
                .satisfies(gap -> assertThat(gap).startsWith(tenant + "/t1").contains("never received", "2 of MUG"));
    }

    @Test
    void a_transfer_that_arrives_twice_is_found() throws IOException {
        int at = index("inventory.transfer_received", "north");
        StockTransferReceived once = (StockTransferReceived) log.entries.get(at).value();
        StockTransferReceived again =
                StockTransferReceived.newBuilder(once).setOnHand(4).build();
        log.entries.add(at + 1, log.entries.get(at).with(again).withId("another"));

        assertThat(messages("every transfer arrives once, as it was sent"))
                .containsExactly(tenant + "/t1: was sent 1 times and received 2 times");
    }

    @Test
    void a_transfer_of_which_units_are_lost_on_the_way_is_found() throws IOException {
        int at = index("inventory.transfer_received", "north");
        StockTransferReceived all = (StockTransferReceived) log.entries.get(at).value();
        StockTransferReceived fewer = StockTransferReceived.newBuilder(all)
                .setQuantity(1)
                .setOnHand(1)
                .build();
        log.entries.set(at, log.entries.get(at).with(fewer));

        assertThat(messages("every transfer arrives once, as it was sent"))
                .singleElement()
                .satisfies(gap -> assertThat(gap).contains("sent as 2 of MUG", "received as 1 of MUG"));
    }

    @Test
    void an_order_in_a_pool_that_its_spread_does_not_name_is_found() throws IOException {
        log.spread("main", List.of("north", "south"));

        assertThat(messages("orders lie in pools that their spread names"))
                .as("busy leads the others' customers to main, but not the first one's")
                .singleElement()
                .satisfies(gap -> assertThat(gap)
                        .startsWith(log.key("first"))
                        .contains("was placed in pool main", "[north, south]"));
    }

    @Test
    void a_short_count_in_druid_is_found() throws IOException {
        druid.put("order.confirmed", 1L);

        assertThat(messages("sums of Druid = sums of events")).singleElement().satisfies(gap -> assertThat(gap)
                .startsWith("order.confirmed of orders placed in ")
                .contains("Druid counts 1 rows", "2 rows", log.key("first")));
    }

    @Test
    void a_cancellation_that_druid_does_not_take_off_the_products_revenue_is_found() throws IOException {
        lines.remove("order.cancelled");

        assertThat(messages("sums of Druid = sums of events")).singleElement().satisfies(gap -> assertThat(gap)
                .startsWith("order.cancelled of lines of MUG")
                .contains("net -3 units", log.key("second")));
    }

    @Test
    void a_row_with_the_wrong_sign_is_found() throws IOException {
        for (int i = 0; i < log.entries.size(); i++) {
            LogEntry entry = log.entries.get(i);
            if (entry.value() instanceof OrderFact fact && fact.getEvent().equals("order.cancelled")) {
                log.entries.set(
                        i,
                        entry.with(OrderFact.newBuilder(fact)
                                .setNetRevenue(-fact.getNetRevenue())
                                .build()));
            }
        }

        assertThat(messages("analytics has one row for each event and line of an order"))
                .singleElement()
                .satisfies(gap -> assertThat(gap).startsWith(log.key("second")).contains("order.cancelled"));
    }

    @Test
    void a_fact_that_was_never_written_is_found() throws IOException {
        log.entries.removeIf(entry -> entry.topic().equals(Topics.named("analytics.line-facts"))
                && entry.key().equals(log.key("second")));

        assertThat(messages("analytics has one row for each event and line of an order"))
                .singleElement()
                .satisfies(gap -> assertThat(gap).startsWith(log.key("second") + ": has rows of lines {}"));
    }

    @Test
    void stock_that_the_api_has_wrong_is_found() throws IOException {
        api.put("/v1/stock/main/MUG", "{\"onHand\":8,\"reserved\":5,\"version\":5}");

        assertThat(messages("stock in the API = its events"))
                .singleElement()
                .satisfies(gap -> assertThat(gap).startsWith(log.stockKey()).contains("5 reserved", "4 reserved"));
    }

    private List<String> messages(String property) throws IOException {
        return check().findings().stream()
                .filter(finding -> finding.property().equals(property))
                .findFirst()
                .orElseThrow()
                .gaps()
                .stream()
                .map(gap -> gap.key() + ": " + gap.message())
                .toList();
    }

    private Verdict check() throws IOException {
        if (!log.entries.isEmpty()) {
            writer.write(kafka.bootstrapServers(), log.entries);
            log.entries.clear();
        }
        Path journal = directory.resolve("journal.jsonl");
        List<String> lines = new ArrayList<>();
        log.journal.forEach(told -> lines.add(told.line()));
        Files.write(journal, lines);
        CheckSettings settings = new CheckSettings(
                kafka.bootstrapServers(),
                platform.url() + "/registry",
                platform.url(),
                "token",
                platform.url(),
                tenant,
                journal,
                true,
                Duration.ZERO,
                100);
        return new Checker(settings).check();
    }

    private int index(String type, String key) {
        for (int i = 0; i < log.entries.size(); i++) {
            if (log.entries.get(i).is(type, key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no " + type + " of " + key);
    }

    private void drop(String type, String key) {
        log.entries.remove(index(type, key));
    }

    /** Answers as registry, API and Druid. */
    private Reply answer(Asked asked) {
        if (asked.path().startsWith("/registry/schemas/ids/")) {
            int id = Integer.parseInt(asked.path().substring(asked.path().lastIndexOf('/') + 1));
            return new Reply(
                    200,
                    JSON.createObjectNode()
                            .put("schema", writer.schema(id).toString())
                            .toString());
        }
        if (asked.path().equals("/druid/v2/sql")) {
            boolean ofLines = asked.body().path("query").asText().contains("line_facts");
            return new Reply(200, (ofLines ? rows(lines, ShopLog.SKU) : rows(druid, MINUTE)).toString());
        }
        String known = api.get(asked.path());
        return known == null ? new Reply(404, "{}") : new Reply(200, known);
    }

    private ArrayNode rows(Map<String, Long> counts, String of) {
        ArrayNode rows = JSON.createArrayNode();
        Map<String, Long> units = Map.of(
                "order.created",
                16L,
                "order.reserved",
                7L,
                "order.confirmed",
                7L,
                "order.cancelled",
                3L,
                "order.refused",
                9L);
        counts.forEach((event, count) -> {
            ObjectNode row = rows.addObject().put("event", event).put("of", of).put("rows", count);
            sum(row, "units", units.get(event));
            sum(row, "revenue", units.get(event) * 255);
            sum(row, "netUnits", OrderStage.signOf(event) * units.get(event));
            sum(row, "netRevenue", OrderStage.signOf(event) * units.get(event) * 255);
        });
        return rows;
    }

    private static void sum(ObjectNode row, String name, long sum) {
        row.put(name + "Millions", sum / 1_000_000).put(name, sum % 1_000_000);
    }

    private static String order(String status, int version, int units) {
        return JSON.createObjectNode()
                .put("status", status)
                .put("version", version)
                .put("units", units)
                .set("total", JSON.createObjectNode().put("amount", units * 255))
                .toString();
    }
}
